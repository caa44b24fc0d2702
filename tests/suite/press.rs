//! A site gone through all stages but rendering, within the test.

use std::path::Path;

use vestochka::press::{self, Press, ThemeFiles};
use vestochka::{record, source};

pub fn press(site: &Path) -> Press {
    let sources = source::read(site).unwrap();
    let (records, problems) = record::read(&sources);
    let config = records.config.clone().unwrap();
    let theme = ThemeFiles {
        name: "default".to_owned(),
        ..ThemeFiles::default()
    };
    let today = jiff::civil::date(2026, 11, 21);
    let (press, found) = press::set_up(&sources, records, config, &theme, today);
    press.unwrap_or_else(|| panic!("{problems:#?}{found:#?}"))
}
