/**
 * Names of guests from abroad for the demo hotel: each country with its own names, in its own script where a
 * front desk meets one (Japanese, Korean, Cyrillic, Arabic, Thai), its language and how its telephones are numbered.
 */

import { type TwoScripts, traditionalName } from './names-chinese.ts'
import { type Random, type Weighted, weighted } from './random.ts'

export type Country = {
  /** Alpha-3. */
  code: string
  language: string
  /** A mobile number, E.164, from a number that stands for the guest: # is a digit of it. */
  phones: readonly string[]
  /** Letters and digits of a passport: A a letter, # a digit. */
  passport: string
  name: (random: Random, sex: 'male' | 'female') => TwoScripts
}

type Spelled = readonly [native: string, latin: string]

/** `佐藤 Sato, 鈴木 Suzuki`; with one word the name has no script of its own. */
function names(text: string): Spelled[] {
  return text.split(/\s*,\s*/).map((entry) => {
    const at = entry.search(/\s(?=[\p{Script=Latin}])/u)
    return at < 0 || /^\p{Script=Latin}/u.test(entry)
      ? (['', entry.trim()] as const)
      : ([entry.slice(0, at), entry.slice(at + 1)] as const)
  })
}

/** The head of a list comes more often, as names do. */
function common<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random.next() ** 1.7 * list.length)] as T
}

function naming(
  family: string,
  male: string,
  female: string,
  native: (family: string, given: string) => string = () => '',
  familyOf: (latin: string, sex: string) => string = (latin) => latin,
): Country['name'] {
  const families = names(family)
  const given = { male: names(male), female: names(female) }
  return (random, sex) => {
    const [ownFamily, familyName] = common(random, families)
    const [ownGiven, givenName] = common(random, given[sex])
    return {
      nativeName: ownFamily === '' ? '' : native(familyOf(ownFamily, sex), ownGiven),
      familyName: familyOf(familyName, sex),
      givenName,
    }
  }
}

const joined = (family: string, given: string) => family + given
const spaced = (family: string, given: string) => `${family} ${given}`
const givenFirst = (family: string, given: string) => `${given} ${family}`

/** Ivanov → Ivanova, Иванов → Иванова; Sokolovsky → Sokolovskaya. */
function slavic(family: string, sex: string): string {
  if (sex === 'male') return family
  if (/(ov|ev|in|ов|ев|ин)$/.test(family)) return family + (/\p{Script=Cyrillic}/u.test(family) ? 'а' : 'a')
  return family.replace(/sky$/, 'skaya').replace(/ский$/, 'ская')
}

const japanese = naming(
  '佐藤 Sato, 鈴木 Suzuki, 高橋 Takahashi, 田中 Tanaka, 伊藤 Ito, 渡辺 Watanabe, 山本 Yamamoto, 中村 Nakamura, 小林 Kobayashi, 加藤 Kato, 吉田 Yoshida, 山田 Yamada, 佐々木 Sasaki, 山口 Yamaguchi, 松本 Matsumoto, 井上 Inoue, 木村 Kimura, 林 Hayashi, 清水 Shimizu, 森 Mori, 池田 Ikeda, 橋本 Hashimoto, 石川 Ishikawa, 前田 Maeda',
  '健太 Kenta, 翔太 Shota, 大輔 Daisuke, 拓也 Takuya, 誠 Makoto, 浩 Hiroshi, 隆 Takashi, 和也 Kazuya, 直樹 Naoki, 健一 Kenichi, 修 Osamu, 亮 Ryo, 剛 Tsuyoshi, 学 Manabu',
  '美咲 Misaki, 陽子 Yoko, 恵子 Keiko, 由美 Yumi, 直美 Naomi, 愛 Ai, 彩 Aya, 真由美 Mayumi, 裕子 Yuko, 香織 Kaori, 智子 Tomoko, 恵 Megumi, さくら Sakura, 舞 Mai',
  spaced,
)
const korean = naming(
  '김 Kim, 이 Lee, 박 Park, 최 Choi, 정 Jung, 강 Kang, 조 Cho, 윤 Yoon, 장 Jang, 임 Lim, 한 Han, 오 Oh, 서 Seo, 신 Shin, 권 Kwon, 황 Hwang, 안 Ahn, 송 Song, 류 Ryu, 홍 Hong',
  '민준 Min-jun, 서준 Seo-jun, 지훈 Ji-hoon, 성호 Sung-ho, 현우 Hyun-woo, 동현 Dong-hyun, 준호 Jun-ho, 영수 Young-soo, 상훈 Sang-hoon, 재현 Jae-hyun, 태영 Tae-young, 승민 Seung-min',
  '서연 Seo-yeon, 민지 Min-ji, 지은 Ji-eun, 수진 Soo-jin, 혜진 Hye-jin, 은정 Eun-jung, 미영 Mi-young, 현정 Hyun-jung, 유진 Yu-jin, 지영 Ji-young, 하은 Ha-eun, 소영 So-young',
  joined,
)
const russian = naming(
  'Иванов Ivanov, Смирнов Smirnov, Кузнецов Kuznetsov, Попов Popov, Васильев Vasilev, Петров Petrov, Соколов Sokolov, Михайлов Mikhaylov, Новиков Novikov, Фёдоров Fedorov, Морозов Morozov, Волков Volkov, Алексеев Alekseev, Лебедев Lebedev, Семёнов Semenov, Егоров Egorov, Павлов Pavlov, Соколовский Sokolovsky, Никитин Nikitin, Захаров Zakharov',
  'Александр Aleksandr, Сергей Sergey, Дмитрий Dmitry, Андрей Andrey, Алексей Aleksey, Максим Maxim, Иван Ivan, Михаил Mikhail, Николай Nikolay, Владимир Vladimir, Евгений Evgeny, Юрий Yury',
  'Елена Elena, Ольга Olga, Наталья Natalya, Анна Anna, Ирина Irina, Татьяна Tatyana, Мария Maria, Светлана Svetlana, Екатерина Ekaterina, Юлия Yulia, Анастасия Anastasia, Дарья Darya',
  givenFirst,
  slavic,
)
const arabic = naming(
  'الحسن Al-Hasan, العتيبي Al-Otaibi, الشمري Al-Shammari, القحطاني Al-Qahtani, المالكي Al-Maliki, النجار Al-Najjar, الهاشمي Al-Hashimi, المنصوري Al-Mansoori, الزهراني Al-Zahrani, خليل Khalil, حداد Haddad, ناصر Nasser, صالح Saleh, عباس Abbas',
  'محمد Mohammed, أحمد Ahmed, عبد الله Abdullah, علي Ali, خالد Khalid, عمر Omar, يوسف Yousef, حسن Hassan, إبراهيم Ibrahim, سعيد Saeed, طارق Tariq, فيصل Faisal',
  'فاطمة Fatima, مريم Maryam, عائشة Aisha, نورة Noura, سارة Sara, ليلى Layla, هدى Huda, ريم Reem, زينب Zainab, منى Mona',
  givenFirst,
)
const thai = naming(
  'สุขสวัสดิ์ Suksawat, ใจดี Jaidee, แสงทอง Saengthong, ศรีสุข Srisuk, วงศ์ไทย Wongthai, บุญมี Boonmee, ทองดี Thongdee, พงษ์พันธ์ Phongphan',
  'สมชาย Somchai, ธนากร Thanakorn, อนันต์ Anan, วิชัย Wichai, ประเสริฐ Prasert, กิตติ Kitti',
  'สมหญิง Somying, นภา Napa, สุดา Suda, ปราณี Pranee, มาลี Malee, อรุณี Arunee',
  givenFirst,
)
const american = naming(
  "Smith, Johnson, Williams, Brown, Jones, Garcia, Miller, Davis, Rodriguez, Wilson, Anderson, Taylor, Thomas, Moore, Jackson, Martin, Lee, Thompson, White, Harris, Clark, Lewis, Walker, Young, Allen, King, Wright, Scott, Nguyen, O'Brien, Chen, Patel",
  'James, Robert, John, Michael, David, William, Richard, Joseph, Thomas, Christopher, Daniel, Matthew, Anthony, Mark, Steven, Andrew, Kevin, Brian, Ryan, Jason',
  'Mary, Patricia, Jennifer, Linda, Elizabeth, Barbara, Susan, Jessica, Sarah, Karen, Lisa, Nancy, Ashley, Emily, Michelle, Amanda, Melissa, Rebecca, Laura, Emma',
)
const british = naming(
  "Smith, Jones, Taylor, Williams, Brown, Davies, Evans, Wilson, Thomas, Roberts, Johnson, Lewis, Walker, Robinson, Wood, Thompson, White, Watson, Jackson, Wright, Green, Harris, Cooper, King, MacDonald, O'Neill, Fraser, Patel, Khan",
  'Oliver, Jack, Harry, George, Thomas, James, William, Daniel, Andrew, Paul, Stephen, Alan, Ian, Graham, Simon, Peter, Callum, Rhys',
  'Olivia, Amelia, Emily, Charlotte, Sophie, Grace, Lucy, Helen, Susan, Margaret, Claire, Rachel, Fiona, Nicola, Gillian, Hannah',
)
const german = naming(
  'Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Koch, Bauer, Richter, Klein, Wolf, Schröder, Neumann, Schwarz, Zimmermann, Braun, Krüger, Hofmann, Hartmann, Groß, von Berg',
  'Thomas, Michael, Andreas, Peter, Stefan, Christian, Jürgen, Klaus, Wolfgang, Markus, Jan, Lukas, Felix, Jonas, Maximilian, Sebastian, Björn',
  'Anna, Sabine, Susanne, Petra, Monika, Claudia, Andrea, Julia, Katrin, Stefanie, Lena, Laura, Sophie, Johanna, Jana, Käthe',
)
const french = naming(
  'Martin, Bernard, Dubois, Thomas, Robert, Richard, Petit, Durand, Leroy, Moreau, Simon, Laurent, Lefèvre, Michel, Garcia, David, Bertrand, Roux, Vincent, Fournier, Morel, Girard, André, Mercier, Dupont, Lambert, François',
  'Jean, Pierre, Michel, Philippe, Alain, Nicolas, Christophe, Stéphane, Julien, Antoine, Guillaume, Thomas, Lucas, Hugo, Rémi, Jérôme',
  'Marie, Nathalie, Isabelle, Sylvie, Catherine, Céline, Sophie, Julie, Camille, Léa, Manon, Chloé, Émilie, Hélène, Aurélie, Anaïs',
)
const spanish = naming(
  'García, Rodríguez, González, Fernández, López, Martínez, Sánchez, Pérez, Gómez, Martín, Jiménez, Ruiz, Hernández, Díaz, Moreno, Muñoz, Álvarez, Romero, Alonso, Gutiérrez, Núñez',
  'Antonio, José, Manuel, Francisco, David, Juan, Javier, Daniel, Carlos, Alejandro, Miguel, Rafael, Pablo, Sergio, Álvaro',
  'María, Carmen, Ana, Isabel, Laura, Cristina, Marta, Lucía, Paula, Elena, Raquel, Sara, Beatriz, Nuria, Inés',
)
const italian = naming(
  "Rossi, Russo, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, Conti, De Luca, Costa, Giordano, Mancini, Rizzo, Lombardi, Moretti, D'Angelo",
  'Marco, Andrea, Giuseppe, Francesco, Alessandro, Luca, Matteo, Stefano, Roberto, Paolo, Davide, Lorenzo, Nicolò',
  'Maria, Anna, Giulia, Francesca, Chiara, Sara, Laura, Elena, Valentina, Martina, Silvia, Federica, Paola',
)
const indian = naming(
  'Sharma, Patel, Singh, Kumar, Gupta, Reddy, Mehta, Iyer, Nair, Joshi, Desai, Shah, Rao, Banerjee, Chatterjee, Agarwal, Kapoor, Khan, Pillai, Verma',
  'Rahul, Amit, Rajesh, Sanjay, Vikram, Arjun, Suresh, Anil, Karthik, Rohan, Aditya, Deepak, Manish',
  'Priya, Anita, Sunita, Neha, Pooja, Kavita, Deepika, Lakshmi, Divya, Shreya, Meera, Aishwarya',
)
const malay = naming(
  'bin Abdullah, bin Ismail, bin Ahmad, Tan, Lim, Lee, Ng, Wong, Chong, Rahman, Hassan, Kumar, Raj, Goh, Teoh',
  'Muhammad, Ahmad, Amir, Farid, Hafiz, Wei Ming, Kok Leong, Jun Hao, Rajesh, Azlan',
  'Nur Aisyah, Siti Aminah, Farah, Nurul Huda, Mei Ling, Hui Min, Li Ting, Priya, Zara, Aina',
)
const singaporean = naming(
  'Tan, Lim, Lee, Ng, Ong, Wong, Goh, Chua, Chan, Koh, Teo, Ang, Yeo, Tay, Ho, Low, Sim, Chong, Rahman, Nair',
  'Wei Jie, Jun Wei, Jia Hao, Kai Xiang, Wei Ming, Zhi Hao, Boon Keng, Marcus, Darren, Benjamin, Ryan',
  'Hui Ling, Li Ting, Xin Yi, Mei Fen, Jia Hui, Shu Hui, Rachel, Cheryl, Amanda, Nicole, Siew Ling',
)
const indonesian = naming(
  'Wijaya, Santoso, Setiawan, Hidayat, Kusuma, Saputra, Pratama, Halim, Gunawan, Susanto, Nugroho, Lestari, Hartono',
  'Budi, Agus, Andi, Eko, Dedi, Rizky, Hendra, Bambang, Joko, Yusuf, Arief',
  'Siti, Dewi, Sri, Rina, Ayu, Indah, Putri, Ratna, Maya, Fitri, Wulan',
)
const vietnamese = naming(
  'Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương',
  'Văn Hùng, Minh Tuấn, Quốc Anh, Đức Thắng, Hữu Phước, Thanh Sơn, Quang Huy, Anh Tuấn',
  'Thị Lan, Thu Hà, Ngọc Anh, Thanh Hương, Mai Phương, Thị Hồng, Bích Ngọc, Kim Oanh',
)
const dutch = naming(
  'de Jong, Jansen, de Vries, van den Berg, Bakker, van Dijk, Visser, Janssen, Smit, Meijer, de Boer, Mulder, Bos, Vos, Peters, Hendriks',
  'Jan, Pieter, Daan, Bram, Sander, Jeroen, Martijn, Willem, Thijs, Ruben',
  'Anna, Emma, Sanne, Lotte, Femke, Marieke, Iris, Esther, Fleur, Saskia',
)
const swedish = naming(
  'Andersson, Johansson, Karlsson, Nilsson, Eriksson, Larsson, Olsson, Persson, Svensson, Gustafsson, Lindström, Åkesson, Öberg',
  'Lars, Anders, Johan, Erik, Karl, Fredrik, Mikael, Björn, Göran, Håkan',
  'Anna, Maria, Kristina, Elisabeth, Eva, Karin, Ingrid, Åsa, Linnea, Malin',
)

/** Countries of guests from abroad with the share of their visits (per mille of foreigners). */
const COUNTRIES: readonly (readonly [Country, number])[] = [
  of(
    'HKG',
    'yue',
    ['+85261######', '+85265######', '+85294######', '+85297######'],
    'K########',
    80,
    (r, sex) => traditionalName(r, sex, 'HKG'),
  ),
  of('TWN', 'zh', ['+8869########'], '#########', 70, (r, sex) => traditionalName(r, sex, 'TWN')),
  of('MAC', 'yue', ['+85362######', '+85363######'], 'MA#######', 20, (r, sex) =>
    traditionalName(r, sex, 'MAC'),
  ),
  of('JPN', 'ja', ['+81903#######', '+81908#######', '+81801#######'], 'TR#######', 120, japanese),
  of('KOR', 'ko', ['+82102#######', '+82103#######', '+82104#######'], 'M########', 110, korean),
  // 555-0100 to 555-0199 are kept for fiction in North America.
  of(
    'USA',
    'en',
    ['+121255501##', '+141555501##', '+131255501##', '+120655501##'],
    '#########',
    105,
    american,
  ),
  of('GBR', 'en', ['+44740012####'], '#########', 55, british),
  of('DEU', 'de', ['+49171#######', '+49172#######', '+49175#######'], 'C########', 60, german),
  of('FRA', 'fr', ['+3361#######', '+3362#######'], '##AV#####', 40, french),
  of('RUS', 'ru', ['+7916#######', '+7926#######', '+7903#######'], '75#######', 60, russian),
  of('SGP', 'en', ['+6581######', '+6591######', '+6597######'], 'K#######E', 50, singaporean),
  of('MYS', 'ms', ['+6012#######', '+6016#######'], 'A########', 45, malay),
  of('THA', 'th', ['+668########', '+669########'], 'AA#######', 35, thai),
  of('IDN', 'id', ['+62812#######', '+62813########'], 'B#######', 25, indonesian),
  of('VNM', 'vi', ['+8490#######', '+8491#######'], 'C#######', 20, vietnamese),
  of('IND', 'en', ['+9198########', '+9199########'], 'Z#######', 30, indian),
  of('AUS', 'en', ['+61491570###'], 'PA#######', 30, british),
  of('CAN', 'en', ['+141655501##', '+160455501##'], 'HK######', 25, american),
  of('ESP', 'es', ['+346########'], 'AAB######', 20, spanish),
  of('ITA', 'it', ['+39320#######', '+39347#######'], 'YA#######', 20, italian),
  of('NLD', 'nl', ['+3161#######', '+3162#######', '+3164#######'], 'NW#######', 15, dutch),
  of('SWE', 'sv', ['+46701740###'], '########', 10, swedish),
  of('SAU', 'ar', ['+96650#######', '+96655#######'], 'H########', 20, arabic),
  of('ARE', 'ar', ['+97150#######', '+97155#######'], 'R########', 20, arabic),
]

function of(
  code: string,
  language: string,
  phones: readonly string[],
  passport: string,
  share: number,
  name: Country['name'],
): readonly [Country, number] {
  return [{ code, language, phones, passport, name }, share] as const
}

export const foreignCountries: Weighted<Country> = weighted(COUNTRIES)
