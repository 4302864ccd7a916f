/**
 * Latin letters that Unicode doesn't take apart into a base letter and marks, each with what CLDR writes for it in
 * ASCII: all small letters of the blocks up to IPA Extensions and of Latin Extended Additional. Source: Unicode CLDR,
 * common/transforms/Latin-ASCII.xml (release 48, Unicode License V3). Two that CLDR leaves as they are stand at the
 * end: Azerbaijani ə is typed e, the open o of West African names o.
 */
export const LATIN_LETTERS =
  'ßss æae ðd øo þth đd ħh ıi ĸq łl ŋn œoe ŧt ƀb ƃb ƈc ƌd ƒf ƕhv ƙk ƚl ƞn ƣoi ƥp ƫt ƭt ƴy ƶz ǥg ȡd ȥz ȴl ȵn ȶt ȷj ȸdb ȹqp ' +
  'ȼc ȿs ɀz ɇe ɉj ɍr ɏy ɓb ɕc ɖd ɗd ɛe ɟj ɠg ɡg ɦh ɧh ɨi ɫl ɬl ɭl ɱm ɲn ɳn ɼr ɽr ɾr ʂs ʈt ʉu ʋv ʐz ʑz ʝj ʠq ʣdz ʥdz ʦts ' +
  'ʪls ʫlz ẜs ẝs ỻll ỽv ỿy əe ɔo'
