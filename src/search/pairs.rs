//! What different spellings of one sound become.

/// Replaced everywhere, in this order, again and again until nothing changes.
///
/// `ш`, `щ` and `с` are one, and so are `ч` and `ц`, `ж` and `з`, all forms of
/// `и`, and a vowel with and without a `й` before it: people leave out carons,
/// and each language writes these sounds in its own way.
pub(super) const SAME: &[(&str, &str)] = &[
    ("schtsch", "s"),
    ("stsch", "s"),
    ("shch", "s"),
    ("szcz", "s"),
    ("tsch", "c"),
    ("tch", "c"),
    ("sch", "s"),
    ("cz", "c"),
    // Before these no language of ours has `ч`: German and Polish for `х`.
    ("chr", "hr"),
    ("chl", "hl"),
    ("chm", "hm"),
    ("chn", "hn"),
    ("chv", "hv"),
    ("chw", "hv"),
    ("ch", "c"),
    ("sh", "s"),
    ("sz", "s"),
    ("zh", "z"),
    ("kh", "h"),
    ("ts", "c"),
    ("tz", "c"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("gh", "g"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("x", "ks"),
    ("w", "v"),
    ("q", "k"),
    // What is left of `šč`, and `сц`.
    ("sc", "s"),
    ("iou", "u"),
    ("y", "i"),
    ("j", "i"),
    ("ii", "i"),
    ("ia", "a"),
    ("ie", "e"),
    ("io", "e"),
    ("iu", "u"),
    ("ou", "u"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
];

/// What a reader may have meant as well: letters that stand for another sound in
/// another language. Tried one at a time, on the letters as they were typed.
pub(super) const PERHAPS: &[(&str, &str)] = &[
    ("ch", "kh"),
    ("ch", "sh"),
    ("sch", "zh"),
    ("j", "zh"),
    ("x", "kh"),
    ("z", "ts"),
    ("s", "z"),
    ("c", "k"),
    ("h", "g"),
    ("g", "h"),
];
