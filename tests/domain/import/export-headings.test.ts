import { expect, test } from 'vitest'
import { fieldOfHeading } from '#shared/domain/import/fields.ts'

/** The headings of what these systems export, with the field that each names. */
test.each<[string, string]>([
  [
    'Booking.com',
    'Book number=confirmationNo|Booked by=booker|Guest name(s)=nativeName|Check-in=arrival|Check-out=departure|Booked on=createdOn|Status=status|Rooms=rooms|People=adults|Adults=adults|Children=children|Price=total|Remarks=note|Unit type=roomType|Duration (nights)=nights|Cancellation date=cancelledOn|Phone number=phone',
  ],
  [
    'Agoda',
    'BookingIDExternal_reference_ID=confirmationNo|Status=status|StayDateFrom=arrival|StayDateTo=departure|BookedDate=createdOn|Customer_Name=nativeName|Customer_Nationality=nationality|Customer_Phone=phone|Customer_Email=email|RoomType=roomType|No_of_adult=adults|No_of_children=children|ReferenceSellInclusive=total|Special_Request=note|Currency=currency',
  ],
  [
    'Expedia',
    'Reservation ID=confirmationNo|Guest=nativeName|Check-in=arrival|Check-out=departure|Booking amount=total|Booked=createdOn|Status=status|Special Request=note',
  ],
  [
    'Airbnb',
    'Confirmation code=confirmationNo|Status=status|Guest name=nativeName|# of adults=adults|# of children=children|# of infants=infants|Start date=arrival|End date=departure|# of nights=nights|Booked=createdOn|Listing=roomType|Earnings=total',
  ],
  [
    'Ctrip, Meituan and Fliggy',
    '订单号=confirmationNo|订单编号=confirmationNo|入住人=nativeName|入住人姓名=nativeName|入住日期=arrival|入店日期=arrival|离店日期=departure|房型名称=roomType|间数=rooms|房间数量=rooms|早餐=meal|订单金额=total|订单总额=total|订单状态=status|下单时间=createdOn|取消时间=cancelledOn|特殊要求=note|买家备注=note',
  ],
  [
    'OPERA',
    'Confirmation Number=confirmationNo|Name=nativeName|Arrival=arrival|Departure=departure|Nights=nights|Room Type=roomType|RTC=chargedRoomType|Rate Code=ratePlan|Rate=rate|Adl=adults|Chl=children|Resv Status=status|Market Code=segment|Source Code=channel|Travel Agent=agency|Company=company|VIP=tag',
  ],
  [
    'Mews',
    'Arrival=arrival|Departure=departure|First name=givenName|Last name=familyName|Email=email|Telephone=phone|Space category=roomType|Space number=room|Status=status|Origin=channel|Total amount=total|Adult count=adults|Child count=children|Created=createdOn|Nationality code=nationality',
  ],
  [
    'Cloudbeds',
    'Reservation Number=confirmationNo|Name=nativeName|Email=email|Phone Number=phone|Check in Date=arrival|Check out Date=departure|Nights=nights|Room Type=roomType|Room Number=room|Grand Total=total|Status=status|Source=channel|Reservation Date=createdOn|Cancelation Date=cancelledOn|Country=nationality',
  ],
])('the headings of %s are known', (_, headings) => {
  for (const pair of headings.split('|')) {
    const [heading = '', field] = pair.split('=')
    expect([heading, fieldOfHeading(heading)]).toEqual([heading, field])
  }
})
