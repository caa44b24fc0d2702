//! Names: put together from given names, patronymics and the roots of surnames.

/// In Russian, in its dative, and in Latin letters; men first, then women.
const GIVEN: [[(&str, &str, &str); 20]; 2] = [
    [
        ("Иван", "Ивану", "Ivan"),
        ("Пётр", "Петру", "Pyotr"),
        ("Павел", "Павлу", "Pavel"),
        ("Олег", "Олегу", "Oleg"),
        ("Игорь", "Игорю", "Igor"),
        ("Юрий", "Юрию", "Yury"),
        ("Лев", "Льву", "Lev"),
        ("Глеб", "Глебу", "Gleb"),
        ("Антон", "Антону", "Anton"),
        ("Борис", "Борису", "Boris"),
        ("Вадим", "Вадиму", "Vadim"),
        ("Денис", "Денису", "Denis"),
        ("Егор", "Егору", "Yegor"),
        ("Захар", "Захару", "Zakhar"),
        ("Илья", "Илье", "Ilya"),
        ("Кирилл", "Кириллу", "Kirill"),
        ("Максим", "Максиму", "Maksim"),
        ("Роман", "Роману", "Roman"),
        ("Семён", "Семёну", "Semyon"),
        ("Фёдор", "Фёдору", "Fyodor"),
    ],
    [
        ("Анна", "Анне", "Anna"),
        ("Вера", "Вере", "Vera"),
        ("Ольга", "Ольге", "Olga"),
        ("Нина", "Нине", "Nina"),
        ("Ирина", "Ирине", "Irina"),
        ("Елена", "Елене", "Yelena"),
        ("Дарья", "Дарье", "Darya"),
        ("Зоя", "Зое", "Zoya"),
        ("Инна", "Инне", "Inna"),
        ("Клара", "Кларе", "Klara"),
        ("Лидия", "Лидии", "Lidia"),
        ("Мария", "Марии", "Maria"),
        ("Полина", "Полине", "Polina"),
        ("Раиса", "Раисе", "Raisa"),
        ("София", "Софии", "Sofia"),
        ("Тамара", "Тамаре", "Tamara"),
        ("Ульяна", "Ульяне", "Ulyana"),
        ("Юлия", "Юлии", "Yulia"),
        ("Яна", "Яне", "Yana"),
        ("Алла", "Алле", "Alla"),
    ],
];

/// Without its end: `-ич` or `-на`.
const PATRONYMICS: [(&str, &str); 12] = [
    ("Иванов", "Ivanov"),
    ("Петров", "Petrov"),
    ("Олегов", "Olegov"),
    ("Антонов", "Antonov"),
    ("Борисов", "Borisov"),
    ("Денисов", "Denisov"),
    ("Егоров", "Yegorov"),
    ("Захаров", "Zakharov"),
    ("Кириллов", "Kirillov"),
    ("Максимов", "Maksimov"),
    ("Романов", "Romanov"),
    ("Фёдоров", "Fyodorov"),
];

const ROOTS: [(&str, &str); 80] = [
    ("Алмаз", "Almaz"),
    ("Барабан", "Baraban"),
    ("Барсук", "Barsuk"),
    ("Бархат", "Barkhat"),
    ("Бубен", "Buben"),
    ("Буран", "Buran"),
    ("Василёк", "Vasilyok"),
    ("Вагон", "Vagon"),
    ("Вереск", "Veresk"),
    ("Ветер", "Veter"),
    ("Вихрь", "Vikhr"),
    ("Вулкан", "Vulkan"),
    ("Гамак", "Gamak"),
    ("Глобус", "Globus"),
    ("Горизонт", "Gorizont"),
    ("Гранит", "Granit"),
    ("Гудок", "Gudok"),
    ("Диван", "Divan"),
    ("Дельфин", "Delfin"),
    ("Дятел", "Dyatel"),
    ("Ежевик", "Yezhevik"),
    ("Жасмин", "Zhasmin"),
    ("Жемчуг", "Zhemchug"),
    ("Жираф", "Zhiraf"),
    ("Закат", "Zakat"),
    ("Залив", "Zaliv"),
    ("Зонтик", "Zontik"),
    ("Имбир", "Imbir"),
    ("Индиг", "Indig"),
    ("Кабачок", "Kabachok"),
    ("Каблук", "Kabluk"),
    ("Камыш", "Kamysh"),
    ("Карман", "Karman"),
    ("Каштан", "Kashtan"),
    ("Клевер", "Klever"),
    ("Компас", "Kompas"),
    ("Лабиринт", "Labirint"),
    ("Ландыш", "Landysh"),
    ("Лимон", "Limon"),
    ("Листопад", "Listopad"),
    ("Магнит", "Magnit"),
    ("Маяк", "Mayak"),
    ("Метеор", "Meteor"),
    ("Мольберт", "Molbert"),
    ("Нарцисс", "Nartsiss"),
    ("Невод", "Nevod"),
    ("Обруч", "Obruch"),
    ("Огурец", "Ogurets"),
    ("Океан", "Okean"),
    ("Оркестр", "Orkestr"),
    ("Осьминог", "Osminog"),
    ("Парус", "Parus"),
    ("Пингвин", "Pingvin"),
    ("Подснежник", "Podsnezhnik"),
    ("Пирог", "Pirog"),
    ("Прилив", "Priliv"),
    ("Родник", "Rodnik"),
    ("Рюкзак", "Ryukzak"),
    ("Салют", "Salyut"),
    ("Саквояж", "Sakvoyazh"),
    ("Светофор", "Svetofor"),
    ("Самовар", "Samovar"),
    ("Телескоп", "Teleskop"),
    ("Трамвай", "Tramvay"),
    ("Тюльпан", "Tyulpan"),
    ("Узор", "Uzor"),
    ("Урожай", "Urozhay"),
    ("Фазан", "Fazan"),
    ("Фонтан", "Fontan"),
    ("Флюгер", "Flyuger"),
    ("Хоровод", "Khorovod"),
    ("Хрусталь", "Khrustal"),
    ("Циркуль", "Tsirkul"),
    ("Чайник", "Chaynik"),
    ("Черновик", "Chernovik"),
    ("Шалаш", "Shalash"),
    ("Штурвал", "Shturval"),
    ("Эскиз", "Eskiz"),
    ("Юбиляр", "Yubilyar"),
    ("Янтар", "Yantar"),
];

/// In Russian, in its dative, and in Latin letters; for a man, then for a woman.
const ENDS: [[(&str, &str, &str); 2]; 4] = [
    [("ов", "ову", "ov"), ("ова", "овой", "ova")],
    [("ин", "ину", "in"), ("ина", "иной", "ina")],
    [("енко", "енко", "enko"), ("енко", "енко", "enko")],
    [("ский", "скому", "sky"), ("ская", "ской", "skaya")],
];

/// Somebody's name, in Russian and English.
pub struct Name {
    pub is_woman: bool,
    pub given: (&'static str, &'static str),
    pub surname: (String, String),
    pub patronymic: (String, String),
    /// All of it in the dative.
    pub envelope: String,
    pub id: String,
}

/// How many people have names of one root each.
const SIMPLE: usize = 2 * 20 * ROOTS.len() * ENDS.len();

impl Name {
    /// The name of somebody: no two have the same.
    pub fn of(index: usize) -> Self {
        // The factor has no divisor in common with the number of names, so
        // that neighbours in the list begin with different letters.
        let place = (index % SIMPLE) * 7_919 % SIMPLE;
        let woman = place % 2;
        let (given, given_dative, given_latin) = GIVEN[woman][place / 2 % 20];
        let (root, root_latin) = ROOTS[place / 40 % ROOTS.len()];
        let (end, end_dative, end_latin) = ENDS[place / 40 / ROOTS.len()][woman];
        let (before, before_latin) = before(index);
        let (stem, stem_latin) = PATRONYMICS[index % PATRONYMICS.len()];
        let (tail, tail_dative, tail_latin) = [("ич", "ичу", "ich"), ("на", "не", "na")][woman];
        let surname_latin = format!("{before_latin}{root_latin}{end_latin}");
        Name {
            is_woman: woman == 1,
            given: (given, given_latin),
            id: format!("{given_latin}-{surname_latin}").to_lowercase(),
            surname: (format!("{before}{root}{end}"), surname_latin),
            patronymic: (format!("{stem}{tail}"), format!("{stem_latin}{tail_latin}")),
            envelope: format!("{before}{root}{end_dative} {given_dative} {stem}{tail_dative}"),
        }
    }
}

/// What goes before the surname where there are more people than simple ones.
fn before(index: usize) -> (String, String) {
    match (index / SIMPLE).checked_sub(1) {
        None => Default::default(),
        Some(round) => {
            let (root, latin) = ROOTS[round % ROOTS.len()];
            (format!("{root}-"), format!("{latin}-"))
        }
    }
}
