//! What does not fit in a timeline, in its exact words, and what does.

use super::people::folded;

#[test]
fn what_does_not_fit_is_said_and_names_the_event() {
    let held = "2024-01-01 arrest, facility: sizo !\n";
    let table: &[(&str, &str, &str, bool)] = &[
        (
            "2024-01-01 release",
            "event",
            "`release` cannot follow: nothing before it says where the person is",
            true,
        ),
        (
            "2024-01-01 transfer_start",
            "event",
            "`transfer_start` cannot follow: nothing before it says where the person is",
            false,
        ),
        (
            "2024-01-01 acquittal",
            "event",
            "`acquittal` of somebody who was never tried",
            false,
        ),
        (
            "HELD 2024-02-01 arrest",
            "event",
            "`arrest` cannot follow: the person is `pretrial` since `2024-01-01`",
            false,
        ),
        (
            "HELD 2024-02-01 release, custody: colony",
            "custody",
            "`release` cannot have the custody `colony`",
            false,
        ),
        (
            "HELD 2024-02-01 measure",
            "event",
            "`measure` does not say which",
            false,
        ),
        (
            "HELD 2024-02-01 transfer_end",
            "event",
            "`transfer_end` does not say where",
            false,
        ),
        (
            "HELD 2024-02-01 transfer_end, facility: other",
            "event",
            "`transfer_end` at a facility of type `other` does not say the custody",
            false,
        ),
        (
            "HELD 2024-02-01 transfer_start, facility: ik",
            "facility",
            "nobody is in a facility after this `transfer_start`",
            false,
        ),
        (
            "HELD 2024-02-01 punishment_start",
            "event",
            "`punishment_start` does not say which",
            false,
        ),
        (
            "HELD 2024-02-01 punishment_end",
            "event",
            "`punishment_end` without a start",
            false,
        ),
        (
            "HELD 2024-02-01 hearing, punishment: pkt",
            "punishment",
            "only `punishment_start` puts somebody in a punishment cell",
            false,
        ),
        (
            "HELD 2024-02-01 correspondence",
            "event",
            "`correspondence` does not say who may write",
            false,
        ),
        (
            "HELD 2024-02-01 charge, expected_release: 2030",
            "expected_release",
            "`charge` cannot have an `expected_release`",
            false,
        ),
        (
            "HELD 2026-11-23 release",
            "date",
            "`2026-11-23` is in the future",
            true,
        ),
        (
            "HELD 2023 hearing",
            "date",
            "`hearing` on `2023` stands after `arrest` on `2024-01-01`",
            true,
        ),
        (
            "DEAD 2024-03-01 release",
            "event",
            "`release` cannot follow a death",
            true,
        ),
        (
            "DEAD 2024-03-01 cassation, custody: released",
            "event",
            "`cassation` cannot follow a death",
            true,
        ),
    ];
    for (events, key, message, impossible) in table {
        let events = events
            .replace("HELD ", held)
            .replace("DEAD ", &format!("{held}2024-02-01 death !\n"));
        let last = events.lines().count() - 1;
        let misfits = folded(&events).1;
        let [misfit] = &misfits[..] else {
            panic!("{events}\n{misfits:#?}");
        };
        assert_eq!((misfit.event, misfit.key), (last, *key), "{events}");
        assert_eq!(misfit.message, *message);
        assert_eq!(misfit.rule == Some("E13"), *impossible, "{events}");
        assert!(!misfit.hint.is_empty());
    }
}

#[test]
fn what_does_fit_is_not_complained_of() {
    let held = "2024-01-01 arrest, facility: sizo !\n";
    for events in [
        "2024-01-01 exchange",
        "2024-01-01 deportation",
        "2024 verdict\n2024-05-01 hearing\n2024-05 appeal",
        "HELD2024-02-01 measure, custody: house_arrest\n2024-03-01 arrest",
        "HELD2024-02-01 pardon\n2024-02-01 exchange",
        "HELD2024-02-01 release\n2024-02-01 deportation\n2024-03-01 acquittal",
        "HELD2024-02-01 release\n2024-02-02 arrest",
        "HELD2024-02-01 disappearance\n2024-03-01 arrest",
        "HELD2024-02-01 transfer_end, custody: colony",
        "2026-11-22 search",
        "2026-11 search",
    ] {
        let events = events.replace("HELD", held);
        assert_eq!(folded(&events).1, [], "{events}");
    }
}
