//! Words that call for a second look, as data: beginnings of words by topic.

use super::search::Form;

/// A topic and its words. A word that ends in `*` may go on with any letters;
/// another of at most four letters that is not Latin with an ending of two.
pub struct Topic {
    /// What the words are about, for a message.
    pub name: &'static str,
    /// The words, folded, parted by spaces.
    pub words: &'static str,
}

/// What can harm somebody in prison or afterwards (W3), in Russian, Belarusian,
/// Ukrainian and English.
pub const SENSITIVE: &[Topic] = &[
    Topic {
        name: "health",
        words: "болезн* болеет болел болела заболе* диагноз* инвалид* вич спид гепатит* туберкул* онколог* диабет* \
                психиатр* психическ* шизофрен* депресси* суицид* самоубий* наркозавис* наркоман* алкоголи* беремен* \
                эпилепс* инфаркт* инсульт* хвароб* хварэ* дыягназ* інвалід* гепатыт* сухот* анколаг* цяжар* \
                самагуб* дэпрэс* хвороб* хворі* діагноз* вагітн* депресі* самогуб* психічн* illness* disease* \
                diagnos* disab* hiv aids hepatitis* tubercul* cancer* diabet* psychiatr* schizophren* depress* \
                suicid* addict* alcoholi* pregnan* epilep* stroke",
    },
    Topic {
        name: "sexuality",
        words: "гомосекс* бисексуал* трансгендер* транссекс* лесби* лгбт* гей гея геи геев гею квир* ориентаци* \
                гомасекс* бісексуал* лесбі* арыентацы* орієнтаці* homosex* bisex* transgender* lesbian* lgbt* gay \
                gays queer* orientation*",
    },
    Topic {
        name: "religion",
        words: "православн* католи* протестант* баптист* пятидесятн* адвентист* мусульман* ислам* иудаи* иудей* \
                буддист* иегов* верующ* вероисповед* атеист* праваслаўн* каталі* пратэстант* баптыст* мусульманін* \
                іслам* іўдзе* вернік* веруюч* віруюч* віросповід* єгов* католи* orthodox* catholic* protestant* \
                baptist* pentecostal* adventist* muslim* islam* jewish judaism* buddhis* jehovah* believer* atheis* \
                religio* религи* рэлігі* релігі*",
    },
    Topic {
        name: "cooperation with investigators",
        words: "сотруднича* информатор* осведомител* стукач* завербова* вербов* досудебн* признательн* оговорил* \
                супрацоўніча* інфарматар* завербава* дасудов* співпрац* інформатор* донощик* cooperat* collaborat* \
                informant* informer* snitch* recruited plea",
    },
];

/// What a letter must not bring up about a case (W4).
pub const CASE_TACTICS: &[Topic] = &[Topic {
    name: "the case",
    words: "адвокат* защитник* следств* следовател* показани* допрос* апелляц* кассаци* приговор* обвинени* \
            уголовн* доказательств* свидетел* алиби вину признани* суд судебн* экспертиз* явк* адвакат* \
            следчы* паказанн* прысуд* абвінавач* крымінальн* сведк* слідч* свідк* свідчен* вирок* обвинувач* \
            кримінальн* lawyer* attorney* investigat* testimon* testif* interrogat* appeal* verdict* indict* \
            prosecut* evidence* witness* alibi* guilt* confess* trial* court*",
}];

impl Topic {
    /// Each word with how it must stand in a text.
    pub fn needles(&self) -> impl Iterator<Item = (&'static str, Form)> + '_ {
        self.words
            .split_whitespace()
            .map(|word| match word.strip_suffix('*') {
                Some(start) => (start, Form::Start),
                None if word.is_ascii() || word.chars().count() > 4 => (word, Form::Words),
                None => (word, Form::Stem(2)),
            })
    }
}
