//! Stories of about 300 words, from sentences with gaps for a few words.

use super::dice::Dice;

/// What a language's stories are made of. In a sentence `{t}` is a place in
/// time, `{p}` a pastime, `{w}` somebody who tells it.
pub struct Language {
    pub pastimes: [&'static str; 12],
    times: [&'static str; 8],
    witnesses: [&'static str; 8],
    sentences: [&'static str; 28],
    heading: &'static str,
    link: (&'static str, &'static str),
    rules: &'static str,
}

/// Sentences in each paragraph; the last few become a list.
const PARAGRAPHS: [usize; 5] = [5, 5, 4, 4, 3];
const LINES: usize = 4;

/// A story that links to somebody else's.
pub fn body(language: &Language, other: &str, dice: &mut Dice) -> String {
    let mut order: Vec<usize> = (0..language.sentences.len()).collect();
    for last in (1..order.len()).rev() {
        order.swap(last, dice.roll(last + 1));
    }
    let mut sentences = order
        .into_iter()
        .map(|index| fill(language, language.sentences[index], dice))
        .collect::<Vec<_>>()
        .into_iter();
    let mut text = String::new();
    for (number, length) in PARAGRAPHS.into_iter().enumerate() {
        if number == 2 {
            text += &format!("## {}\n\n", language.heading);
        }
        text += &sentences
            .by_ref()
            .take(length)
            .collect::<Vec<_>>()
            .join(" ");
        text += "\n\n";
    }
    let (before, link) = language.link;
    text += &format!("{before} [{link}]({other}.md). {}\n\n", language.rules);
    sentences
        .take(LINES)
        .for_each(|line| text += &format!("- {line}\n"));
    text
}

fn fill(language: &Language, sentence: &str, dice: &mut Dice) -> String {
    sentence
        .replace("{t}", dice.pick(&language.times))
        .replace("{p}", dice.pick(&language.pastimes))
        .replace("{w}", dice.pick(&language.witnesses))
}

pub const RUSSIAN: Language = Language {
    pastimes: [
        "шахматы",
        "старые карты",
        "комнатные цветы",
        "книги о путешествиях",
        "велосипед",
        "рыбалку",
        "астрономию",
        "вышивку",
        "поезда",
        "пироги",
        "чёрно-белое кино",
        "кроссворды",
    ],
    times: [
        "по вечерам",
        "каждую осень",
        "по воскресеньям",
        "до позднего лета",
        "в дождливые дни",
        "перед праздниками",
        "ранней весной",
        "в первые морозы",
    ],
    witnesses: [
        "соседи",
        "старые друзья",
        "товарищи по работе",
        "учителя",
        "двоюродные братья",
        "бывшие ученики",
        "попутчики",
        "родители",
    ],
    sentences: [
        "Друзья помнят большой дом у реки, где {t} собирались гости и спорили о книгах.",
        "Больше всего этот человек любит {p} и может говорить о них часами.",
        "Вспоминают {w}, как {t} во дворе чинили **старые качели** и красили забор.",
        "В письмах просят рассказывать о погоде, о собаках и о том, что растёт за окном.",
        "После школы была работа в *маленькой мастерской*, потом заочная учёба в соседнем городе.",
        "Однажды {t} из библиотеки принесли целую коробку книг, и её хватило на зиму.",
        "Как говорят {w}, спокойный голос и хорошая шутка нередко останавливали ссору.",
        "На столе всегда лежали карандаши, линейка и тетрадь, исписанная мелким почерком.",
        "Открытки с видами городов висели над столом в том порядке, в каком приходили.",
        "Об аресте {w} узнали из короткого звонка и сразу поехали через весь город.",
        "На заседания приходят каждый раз новые люди, и зал редко бывает пустым.",
        "Больше всего не хватает прогулок: {t} можно было идти до самого леса.",
        "Тем, кто пишет впервые, отвечают на простые вопросы охотнее, чем на сложные.",
        "Если письмо задержалось, не отчаивайтесь: {t} почта идёт особенно долго.",
        "Про {p} можно писать подробно, с рисунками и схемами на полях.",
        "Кот, который остался дома, по словам соседей, заметно потолстел и обленился.",
        "В ответах встречаются маленькие рисунки: чайник, лампа, окно, дорога с деревьями.",
        "Уже много лет {w} собирают вырезки, фотографии и записки в одну толстую папку.",
        "Любимая песня написана полвека назад, и {t} её поют все вместе, не зная слов.",
        "Новые знакомые говорят, что умение слушать важнее всякого красноречия.",
        "Сначала хотелось стать лётчиком, потом садовником, а вышло преподавать черчение.",
        "Каждое письмо перечитывают несколько раз и хранят в коробке из-под печенья.",
        "Хорошо, когда {w} присылают загадки: ответ можно искать целую неделю.",
        "Про город детства известно, что там три моста, вокзал и очень длинная набережная.",
        "На вопрос о планах следует ответ: достроить веранду и посадить две яблони.",
        "Когда дни становятся короче, {p} заменяют прогулку и разговор.",
        "Среди прочитанного за год были два романа, учебник ботаники и книга о мостах.",
        "Просьба одна: пишите разборчиво и оставляйте широкие поля для заметок.",
    ],
    heading: "О чём написать",
    link: ("Похожую историю рассказывает", "ещё одна страница"),
    rules: "Как оформить конверт, сказано [в правилах страны](../rules/ru.md).",
};

pub const ENGLISH: Language = Language {
    pastimes: [
        "chess",
        "old maps",
        "house plants",
        "books on travel",
        "cycling",
        "fishing",
        "astronomy",
        "embroidery",
        "trains",
        "pies",
        "black-and-white films",
        "crosswords",
    ],
    times: [
        "in the evenings",
        "every autumn",
        "on Sundays",
        "until late summer",
        "on rainy days",
        "before holidays",
        "in early spring",
        "in the first frosts",
    ],
    witnesses: [
        "neighbours",
        "old friends",
        "colleagues",
        "teachers",
        "cousins",
        "former pupils",
        "fellow travellers",
        "parents",
    ],
    sentences: [
        "Friends remember a large house by the river, where guests met {t} and argued about books.",
        "More than anything this person likes {p} and can talk of little else for hours.",
        "The {w} recall how {t} everybody mended the **old swings** in the yard and painted the fence.",
        "Letters are asked to tell of the weather, of dogs and of what grows outside the window.",
        "After school came work in a *small workshop*, then evening classes in the next town.",
        "Once {t} a whole box of books came from the library, and it lasted the winter.",
        "As the {w} say, a calm voice and a good joke have stopped many a quarrel.",
        "On the table there were always pencils, a ruler and a notebook in a small hand.",
        "Postcards of towns hung above the table in the order in which they had come.",
        "The {w} learnt of the arrest from a short call and drove across the town at once.",
        "New people come to each of the hearings, and the room is seldom empty.",
        "What is missed most are walks: {t} one could go as far as the forest.",
        "Those who write for the first time get an answer to simple questions sooner than to hard ones.",
        "If a letter is late, do not despair: {t} the post takes longer than usual.",
        "One may write about {p} at length, with drawings and plans in the margins.",
        "The cat that stayed at home has, neighbours say, grown rather round and lazy.",
        "The answers hold small drawings: a kettle, a lamp, a window, a road with trees.",
        "For many years the {w} have kept cuttings, photographs and notes in one thick folder.",
        "The favourite song is half a century old, and {t} all sing it without knowing the words.",
        "New acquaintances say that being able to listen matters more than any eloquence.",
        "The first wish was to be a pilot, then a gardener, and it came to teaching draughtsmanship.",
        "Each letter is read several times over and kept in a biscuit tin.",
        "It is good when the {w} send riddles: one can look for the answer for a week.",
        "Of the town of childhood it is known that it has three bridges, a station and a long embankment.",
        "Asked about plans, the answer is: to finish the veranda and to plant two apple trees.",
        "When the days grow short, {p} take the place of a walk and a talk.",
        "Among the year's reading were two novels, a textbook of botany and a book on bridges.",
        "There is one request: write clearly and leave wide margins for notes.",
    ],
    heading: "What to write about",
    link: ("A similar story is told on", "another page"),
    rules: "How to address the envelope is said [in the country's rules](../rules/ru.md).",
};
