"""The small words around a place in a message: prepositions, "the city of", "I live", endings.

One table for each language; another language needs only its line. Words are folded when they are read.
"""

from bot.language.normalise import fold

_IN = {
    "nl": "in bij naar nabij rond rondom vanuit richting uit tussen omstreken",
    "en": "in near at around from to outside towards",
    "fr": "à vers en depuis",
    "es": "en a hacia desde",
    "uk": "в у біля поблизу коло під з із зі до неподалік поряд поруч довкола навколо",
    "ru": "в во около возле под из до вблизи рядом недалеко вокруг",
    "ar": "في ف ب ع على يم من إلى الى قرب بقرب جنب حول بجانب",
    "fa": "در ده از به نزدیک اطراف توی تو سمت طرف",
    "ps": "په نږدې له خوا شاوخوا څنګ",
    "so": "ku ka agagaarka ilaa xagga",
    "ti": "ኣብ አብ ናብ ካብ ጥቓ ከባቢ ኣብቲ",
}
"""Words that say a place follows; "te", "for" and "with" also stand before what is no place."""
_TOWN = {
    "nl": "stad gemeente regio omgeving buurt nabijheid district deelgemeente centrum streek postcode",
    "en": "city town area region municipality close next centre center neighbourhood postcode outskirts",
    "fr": "ville commune région près proche proximité environs alentours côté centre quartier postal code",
    "es": "ciudad cerca alrededores zona región municipio",
    "tr": "şehri ilçesi kenti belediyesi",
    "uk": "місто місті міста місту м район районі околиці околицях недалеко близько індекс",
    "ru": "город городе города городу г район районе окрестностях индекс",
    "ar": "مدينة بمدينة لمدينة منطقة بمنطقة بلدية ضواحي ضاحية بالقرب القرب قريب قريبة نواحي",
    "fa": "شهر شهرداری منطقه نزدیکی نزدیکیهای حومه",
    "ps": "ښار ښاروالي سیمه سیمې ولسوالي",
    "so": "magaalada magaalo degmada degmo dhow xaafadda deegaanka",
    "ti": "ከተማ ከተማይ ዞባ ከባቢ ወረዳ",
}
"""Words that say a town follows, so that even a name that is also a word is one."""
_LINK = {
    "nl": "de het van aan 't",
    "en": "the of to from by",
    "fr": "de d du des la le l",
    "es": "de del la el",
    "uk": "від з із до",
    "ru": "от с из к",
    "ar": "من",
    "fa": "های",
    "ps": "د",
    "so": "u",
}
"""Words that may stand between those and the place."""
_LIVE = {
    "nl": "woon woont wonen woonachtig",
    "en": "live living based",
    "fr": "habite habitons vis vivons",
    "es": "vivo vivimos resido",
    "uk": "живу мешкаю проживаю живемо мешкаємо",
    "ru": "живу проживаю живем живём",
    "ar": "أسكن اسكن ساكن ساكنة أعيش اعيش مقيم مقيمة نسكن نعيش",
    "fa": "ساکن",
    "ps": "اوسېږم اوسیږم اوسېږو",
    "so": "degganahay deggan noolahay deganahay",
    "ti": "እነብር ዝነብር ንነብር",
}
"""*I live*: belongs to the place, not to the wish."""
_WHO = {
    "nl": "ik we wij",
    "en": "i we m am",
    "fr": "j je nous",
    "es": "yo",
    "tr": "ben biz",
    "uk": "я ми",
    "ru": "я мы",
    "ar": "أنا انا",
    "fa": "من",
    "ps": "زه",
    "so": "waxaan aan anigu",
    "ti": "ኣነ ንሕና",
}
"""Who lives there."""
_AFTER = {
    "nl": "omgeving omstreken",
    "tr": "yakınında yakınlarında yakınlarda yakın civarında civarı çevresinde bölgesinde şehrinde tarafında "
    "içinde yaşıyorum yaşıyoruz oturuyorum oturuyoruz ikamet ediyorum",
    "fa": "زندگی می کنم میکنم هستم",
    "ps": "کې کی ته اوسیږم اوسېږم",
    "so": "agteeda agagaarkeeda dhow ku",
    "ti": "እነብር ኣለኹ ዘሎ",
    "en": "belgium",
    "ru": "бельгия",
}
"""What may follow a place and belongs to it."""


def _split(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


def _words(table: dict[str, str]) -> frozenset[str]:
    return _split(" ".join(table.values()))


IN = _words(_IN)
FROM = _split("uit vanuit van d of from depuis desde de з із зі від из от من از له ካብ")
"""Where someone comes from weighs less than where someone is."""
AMBIGUOUS = _split("en")
"""*In* in French and Spanish, *and* in Dutch: taken out with a place, but proves nothing."""
TOWN = _words(_TOWN)
LINK = _words(_LINK)
LIVE_VERBS = _words(_LIVE)
LIVE = LIVE_VERBS | _words(_WHO)
AFTER = _words(_AFTER)
PLAIN_IN = _split("in bij near nabij")
"""After these a number that could be an hour is a postcode."""
NOT_A_POSTCODE = _split(
    "euro eur euros m km kg gr uur u h hour hours hrs min minuten woorden words mots mensen people personen "
    "stappen steps dollar lei saat maand month mois euroya lira tl avro kelime kişi "
    "грн гривень гривны hryvnia євро евро слів слов кроків людей "
    "يورو كلمة ساعة شخص تومان یورو"
)
"""A number before one of these is an amount."""

TURKISH_ENDINGS = _split(
    "de da te ta den dan ten tan deki daki teki taki deyim dayım teyim tayım e a ye ya i ı yi yı "
    "in ın nin nın deyiz dayız li lı liyim"
)
"""After an apostrophe; the sounds that say *in*, *from* or *to* are among them."""
GLUED_TURKISH = ("deki", "daki", "teki", "taki", "den", "dan", "ten", "tan", "de", "da", "te", "ta")
"""The same, typed without the apostrophe."""
CYRILLIC_ENDINGS = ("ові", "еві", "ом", "ем", "ою", "ею", "єю", *"ауіеиыюяоьйє")
ARABIC_IN = ("ب", "وب", "فب", "ل")
"""Letters that are written onto the place and mean *in* or *to*."""
ARABIC_AND = ("و", "ف", "ال", "وال")
