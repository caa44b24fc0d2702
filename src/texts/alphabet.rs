//! The letters under which a language lists names.

use icu::properties::CodePointMapData;
use icu::properties::props::Script;

/// The letters of each script that lists of names are cut by. Accented letters
/// that count as their base letter are not here; a language's own are in [`OWN`].
const SCRIPTS: &[(Script, &str)] = &[
    (
        Script::Latin,
        "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
    ),
    (
        Script::Greek,
        "Α Β Γ Δ Ε Ζ Η Θ Ι Κ Λ Μ Ν Ξ Ο Π Ρ Σ Τ Υ Φ Χ Ψ Ω",
    ),
    (
        Script::Cyrillic,
        "А Б В Г Д Е Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я",
    ),
    (
        Script::Georgian,
        "ა ბ გ დ ე ვ ზ თ ი კ ლ მ ნ ო პ ჟ რ ს ტ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ",
    ),
    (
        Script::Armenian,
        "Ա Բ Գ Դ Ե Զ Է Ը Թ Ժ Ի Լ Խ Ծ Կ Հ Ձ Ղ Ճ Մ Յ Ն Շ Ո Չ Պ Ջ Ռ Ս Վ Տ Ր Ց Ւ Փ Ք Օ Ֆ",
    ),
    (
        Script::Hebrew,
        "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת",
    ),
    (
        Script::Arabic,
        "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی",
    ),
];

/// What single languages have besides. A letter that the language's collation
/// counts as another one is dropped when the alphabet is made.
const OWN: &[(&str, &str)] = &[
    ("az", "Ç Ə Ğ X İ Ö Ş Ü"),
    ("be", "Ё І Ў"),
    ("cs", "Č Ch Ř Š Ž"),
    ("da", "Æ Ø Å"),
    ("es", "Ñ"),
    ("et", "Š Ž Õ Ä Ö Ü"),
    ("fi", "Å Ä Ö"),
    ("hr", "Č Ć Dž Đ Lj Nj Š Ž"),
    ("hu", "Cs Dz Dzs Gy Ly Ny Ö Sz Ty Ü Zs"),
    ("kk", "Ә Ғ Ё Қ Ң Ө Ұ Ү Һ І"),
    ("ky", "Ё Ң Ө Ү"),
    ("lt", "Č Š Ž"),
    ("lv", "Č Ģ Ķ Ļ Ņ Š Ž"),
    ("nb", "Æ Ø Å"),
    ("pl", "Ą Ć Ę Ł Ń Ó Ś Ź Ż"),
    ("ro", "Ă Â Î Ș Ț"),
    ("sk", "Ä Č Dz Dž Ch Ô Š Ž"),
    ("sl", "Č Ć Đ Š Ž"),
    ("sr", "Ђ Ј Љ Њ Ћ Џ"),
    ("sv", "Å Ä Ö"),
    ("tg", "Ғ Ё Ӣ Қ Ӯ Ҳ Ҷ"),
    ("tr", "Ç Ğ İ Ö Ş Ü"),
    ("tt", "Ә Ё Җ Ң Ө Ү Һ"),
    ("uk", "Ґ Є І Ї"),
    ("uz", "Oʻ Gʻ Sh Ch"),
];

/// Every letter that a name may be listed under, each with its script, in no order.
pub(super) fn letters(language: &str) -> impl Iterator<Item = (Script, &'static str)> {
    let base = language.split('-').next().unwrap_or(language);
    let own = OWN
        .iter()
        .find(|(code, _)| *code == base)
        .map_or("", |(_, letters)| letters);
    let shared = SCRIPTS
        .iter()
        .flat_map(|(script, letters)| letters.split(' ').map(move |letter| (*script, letter)));
    shared.chain(
        own.split_whitespace()
            .filter_map(|letter| Some((script(letter)?, letter))),
    )
}

/// The script of a text that begins with a letter.
pub(super) fn script(text: &str) -> Option<Script> {
    let first = text.chars().next().filter(|c| c.is_alphabetic())?;
    Some(CodePointMapData::<Script>::new().get(first))
}
