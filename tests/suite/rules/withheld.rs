//! E2, E3, E5, E16: what must be in no text.

use super::small_site::{at, person, small_site};

const ANNA: &str = "people/anna-sokolova.md";

#[test]
fn e2_finds_private_values_in_the_same_record_and_in_others() {
    let site = small_site()
        .anna_says("private: {phone: \"+7 900 123-45-67\", city: Калуга}")
        .anna_reads("Звоните: +7\u{A0}900 123\u{2011}45\u{2011}67. Родом из города Калуга.")
        .with(
            "pages/about.md",
            "---\ntitle: О сайте\n---\nТелефон +7 900 123-45-67, город Калуга.\n",
        );
    assert_eq!(
        site.check_for_only("E2"),
        [
            at(ANNA, "+7\u{A0}900 123\u{2011}45\u{2011}67"),
            at(ANNA, "Калуга"),
            at("pages/about.md", "+7 900 123-45-67"),
        ]
    );
    assert!(
        site.check()
            .iter()
            .all(|found| !found.message.contains("900"))
    );
}

#[test]
fn e2_reads_files_of_private_notes_too() {
    let notes = "---\nprivate: {}\n---\nСестра живёт на Тихой улице.\n";
    let site = small_site()
        .with("people/anna-sokolova.private.md", notes)
        .anna_reads("Сестра живёт на тихой улице.");
    assert_eq!(
        site.check_for_only("E2"),
        [at(ANNA, "Сестра живёт на тихой улице.")]
    );
}

#[test]
fn e2_leaves_short_values_and_parts_of_words_alone() {
    let site = small_site()
        .anna_says("private: {a: Тула, b: матема}")
        .anna_reads("Тула.");
    assert_eq!(site.check(), []);
}

#[test]
fn e3_finds_a_withheld_postcode_in_digits_of_other_scripts() {
    for written in ["۴۰۳۸۷۰", "٤٠٣٨٧٠", "۴۰۳\u{2069}۸۷۰"] {
        let site = small_site()
            .anna_withheld()
            .anna_reads(&format!("کد پستی: {written}."));
        assert_eq!(site.check_for_only("E3"), [at(ANNA, written)]);
    }
}

#[test]
fn e3_finds_the_withheld_facts_in_texts_about_the_person() {
    let site = small_site()
        .anna_withheld()
        .anna_says("prisoner_number: \"77-1204\"\ncases: [joint]")
        .anna_reads("Адрес: 403870, Камышин, УЛ. ДАЛЬНЯЯ,\nд. 7.")
        .with(
            "cases/joint.md",
            "---\nname: Дело двоих\n---\nИндекс колонии 403870.\n",
        )
        .with(
            "pages/about.md",
            "---\ntitle: О сайте\n---\nНомер 77-1204. Колония: 403870.\n",
        );
    assert_eq!(
        site.check_for_only("E3"),
        [
            at(ANNA, "403870"),
            at(ANNA, "УЛ. ДАЛЬНЯЯ,\nд. 7"),
            at("cases/joint.md", "403870"),
            at("pages/about.md", "77-1204"),
        ]
    );
}

#[test]
fn e3_says_nothing_of_an_address_that_is_shown() {
    let site = small_site().anna_reads("Адрес: 403870, [колония](../facilities/ik-2.md).");
    assert_eq!(site.check(), []);
}

#[test]
fn e3_finds_a_link_to_the_facility_and_the_intermediary() {
    let somebody = "intermediary: {name: Ольга, address: [\"Hauptstr. 5\", Berlin], country: de}";
    let site = small_site()
        .anna_withheld()
        .anna_says(somebody)
        .anna_reads("Сейчас [там](../facilities/ik-2.md). Пишите на Hauptstr. 5.");
    let found = site.check_for_only("E3");
    assert_eq!(found[0], at(ANNA, "Hauptstr. 5"));
    assert!(found[1].1.contains("facilities/ik-2.md"), "{found:?}");
    let body = "---\nЗдесь [Анна](../people/anna-sokolova.md).\n";
    let site = small_site().anna_withheld().edit(
        "facilities/ik-2.md",
        "[post]\n---\n",
        &format!("[post]\n{body}"),
    );
    let found = site.check_for_only("E3");
    assert!(
        found.len() == 1 && found[0].0 == "facilities/ik-2.md",
        "{found:?}"
    );
}

#[test]
fn e5_finds_an_unpublished_birth_date_in_each_form() {
    for form in [
        "09.04.1988",
        "9.4.1988",
        "1988-04-09",
        "9 апреля 1988",
        "9 апреля",
        "9 April 1988",
        "April 9, 1988",
        "родилась в 1988",
        "1988 г.р.",
        "born in 1988",
        "родилась в апреле 1988",
        "geboren am 9. April 1988",
        "متولد ۹ آوریل ۱۹۸۸",
        "متولد ۲۰ فروردین ۱۳۶۷",
        "۲۰ فروردین",
        "۱۳۶۷/۰۱/۲۰",
        "متولد ۱۳۶۷",
        "متولد فروردین ۱۳۶۷",
    ] {
        let site = small_site()
            .edit(ANNA, "publish: full", "publish: none")
            .anna_reads(&format!("Она {form}."));
        let found = site.check_for("E5");
        assert_eq!(found.len(), 1, "{form}: {found:?}");
        assert!(
            form.to_lowercase().contains(&found[0].1.to_lowercase()),
            "{form}: {found:?}"
        );
    }
}

#[test]
fn e5_lets_through_what_may_be_published() {
    for (publish, text) in [
        ("full", "Родилась 9 апреля 1988 года."),
        ("year", "Родилась в 1988 году."),
        ("day_month", "День рождения 9 апреля."),
        (
            "none",
            "9 апреля 2025 года её избили. С 1988 года в городе живёт семья.",
        ),
        ("none", "Родилась в Омске. Суд начался 10 апреля."),
        ("year", "متولد ۱۳۶۷"),
        ("day_month", "زادروز: ۲۰ فروردین"),
        (
            "none",
            "۲۰ فروردین ۱۴۰۴ بازداشت شد. خانواده از ۱۳۶۷ اینجاست.",
        ),
    ] {
        let site = small_site()
            .edit(ANNA, "publish: full", &format!("publish: {publish}"))
            .anna_reads(text);
        assert_eq!(site.check_for("E5"), [], "{publish}: {text}");
    }
    for (publish, text) in [
        ("year", "Родилась 9 апреля."),
        ("day_month", "Родилась в 1988."),
        ("day_month", "09.04.1988"),
        ("year", "متولد ۲۰ فروردین"),
        ("day_month", "متولد ۱۳۶۷"),
    ] {
        let site = small_site()
            .edit(ANNA, "publish: full", &format!("publish: {publish}"))
            .anna_reads(text);
        assert_eq!(site.check_for("E5").len(), 1, "{publish}: {text}");
    }
}

#[test]
fn e5_finds_the_year_in_names_of_files() {
    let birth = "birth: {date: 1988-04-09}\nformerly: [boris-1988]";
    let site = small_site().with(
        "people/boris-1988-orlov.md",
        &person("Борис", "Орлов", birth, ""),
    );
    let file = "people/boris-1988-orlov.md";
    assert_eq!(
        site.check_for_only("E5"),
        [at(file, ""), at(file, "boris-1988")]
    );
}

#[test]
fn e5_takes_a_bare_day_for_a_birthday_only_in_the_persons_own_texts() {
    let page = |text: &str| {
        let page = format!("---\ntitle: Даты\n---\n[Анна](../people/anna-sokolova.md): {text}.\n");
        small_site()
            .edit(ANNA, "publish: full", "publish: year")
            .with("pages/dates.md", &page)
    };
    assert_eq!(page("суд 9 апреля").check(), []);
    assert_eq!(
        page("родилась 9 апреля").check_for("E5"),
        [at("pages/dates.md", "9 апреля")]
    );
    assert_eq!(
        page("9 апреля 1988").check_for("E5"),
        [at("pages/dates.md", "9 апреля 1988")]
    );
}

/// A minor whose surname only the private part knows.
fn minor(more: &str, body: &str) -> String {
    format!(
        "---\nnames: {{given: Петя}}\ngender: male\nbirth: {{date: 2010-02-03}}\npublic_record: так решено\n\
         timeline: [{{date: 2026-02-01, event: arrest}}]\n{more}\n---\n{body}\n"
    )
}

#[test]
fn e16_finds_the_surname_in_its_cases_wherever_it_may_tell() {
    let site = small_site()
        .with(
            "people/p-4k7m2x.md",
            &minor(
                "private: {surname: Журавлёв}\ncases: [joint]\nsources: [{id: a, title: Суд над Журавлевым}]",
                "Мама Пети Журавлёва ждёт.",
            ),
        )
        .with("cases/joint.md", "---\nname: Дело Журавлёва\n---\n")
        .with("pages/about.md", "---\ntitle: О сайте\n---\nЖуравлёв играет на трубе.\n");
    assert_eq!(
        site.check_for("E16"),
        [
            at("people/p-4k7m2x.md", "Суд над Журавлевым"),
            at("people/p-4k7m2x.md", "Журавлёва"),
            at("cases/joint.md", "Дело Журавлёва"),
        ]
    );
}

#[test]
fn e16_finds_what_the_record_of_a_minor_must_not_hold() {
    let text = minor(
        "formerly: [petya]\nphoto: {file: a.jpg, alt: Портрет, credit: семья, licence: разрешение}",
        "",
    )
    .replace(
        "given: Петя",
        "given: Петя, surname: Журавлёв, also: [Пётр Журавлёв], envelope: Журавлёву Пете",
    )
    .replace("2010-02-03", "2010-02-03, publish: year");
    let site = small_site().with("people/petya-zhuravlev.md", &text);
    let messages: Vec<String> = site
        .check()
        .into_iter()
        .filter(|found| found.rule == "E16")
        .map(|found| found.message)
        .collect();
    assert_eq!(
        messages,
        [
            "the name of this file can give a minor away",
            "the record of a minor holds a surname",
            "the record of a minor holds other names",
            "the record of a minor holds a line for the envelope",
            "the record of a minor holds a photo",
            "the record of a minor holds a former id",
            "nothing of a minor's birth date may be published",
        ]
    );
}

#[test]
fn e16_lets_a_minor_be_shown_by_given_name() {
    let site = small_site().with("people/p-4k7m2x.md", &minor("", "Петя любит футбол."));
    assert_eq!(site.check(), []);
}
