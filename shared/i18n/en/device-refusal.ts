/** Why a device did not do what it was asked. */
export const deviceRefusal = {
  DEVICE_NOT_CHOSEN: 'This desk has chosen no such device. Choose one under Settings, This desk.',
  DEVICE_AWAY:
    'The device’s program does not answer. Check that it runs on this machine and that the device is plugged in.',
  DEVICE_SLOW: 'The device did not answer in time. Try again, or restart its program.',
  DEVICE_GARBLED:
    'The device’s program answered with something that cannot be read. Nothing was taken from it. Try again; if it stays so, tell its vendor.',
  DEVICE_OTHER_VERSION: 'The device’s program speaks another version. Bring it up to date.',
  DEVICE_UNKNOWN_DEVICE:
    'The device’s program does not know this device any more. Choose another under Settings, This desk.',
  DEVICE_NOT_ALLOWED:
    'The device’s program refused the secret. Start it again, so that it writes its file again.',
  DEVICE_NOT_READY: 'The device is not ready. Check that it is plugged in and switched on.',
  DEVICE_BUSY: 'The device is busy with somebody else. Try again in a moment.',
  DEVICE_NO_DOCUMENT: 'No document was laid on the reader. Lay it on and try again, or type it.',
  DEVICE_UNREADABLE:
    'The reader could not read this document. Clean it, lay it flat and try again, or type it.',
  DEVICE_NO_CARD: 'No card was laid on the encoder. Lay one on and try again.',
  DEVICE_OUT_OF_CARDS: 'The encoder is out of blank cards. Fill it up, or give keys by hand.',
  DEVICE_FOREIGN_CARD: 'This card is none of the hotel’s. Take another one.',
  DEVICE_OUT_OF_PAPER: 'The printer is out of paper, or its paper is jammed.',
  DEVICE_UNSUPPORTED: 'This device cannot do that.',
  DEVICE_FAILED: 'The device could not do it. Try again; if it stays so, look at the device itself.',
}
