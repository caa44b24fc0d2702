//! Where credentials are kept on this machine: variables, `~/.netrc`, the profile of AWS.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::publish::{Environment, Http};

/// Reads them. What is not there is not needed.
pub(super) fn read(site: &Path, notes: PathBuf) -> Environment {
    let home = env::home_dir().unwrap_or_default();
    let mut variables = BTreeMap::new();
    for (name, value) in env::vars_os() {
        if let (Ok(name), Ok(value)) = (name.into_string(), value.into_string()) {
            variables.insert(name, value);
        }
    }
    add_profile(&mut variables, &home);
    let netrc = variables
        .get("NETRC")
        .map_or_else(|| home.join(".netrc"), PathBuf::from);
    Environment {
        site: site.to_owned(),
        notes,
        netrc: fs::read_to_string(netrc).unwrap_or_default(),
        variables,
        http: Http::default(),
    }
}

/// The keys of the profile that AWS's own programs would take; variables win.
fn add_profile(variables: &mut BTreeMap<String, String>, home: &Path) {
    let file = |name: &str, default: &str| {
        variables
            .get(name)
            .map_or_else(|| home.join(".aws").join(default), PathBuf::from)
    };
    let files = [
        file("AWS_SHARED_CREDENTIALS_FILE", "credentials"),
        file("AWS_CONFIG_FILE", "config"),
    ];
    let profile = variables
        .get("AWS_PROFILE")
        .cloned()
        .unwrap_or_else(|| "default".into());
    if variables.contains_key("AWS_ACCESS_KEY_ID") {
        return;
    }
    for file in files {
        let text = fs::read_to_string(file).unwrap_or_default();
        for (key, value) in section(&text, &profile) {
            let name = match key {
                "region" => "AWS_REGION".to_owned(),
                key if key.starts_with("aws_") => key.to_ascii_uppercase(),
                _ => continue,
            };
            variables.entry(name).or_insert_with(|| value.to_owned());
        }
    }
}

/// The keys of one section: `[name]`, or `[profile name]`.
fn section<'a>(text: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in text.lines().map(str::trim) {
        if let Some(head) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            let head = head.trim();
            inside = head.strip_prefix("profile ").unwrap_or(head).trim() == name;
        } else if let Some((key, value)) = line.split_once('=').filter(|_| inside) {
            found.push((key.trim(), value.trim()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_taken_whole_and_no_other() {
        let text = "[default]\naws_access_key_id = A\n\n[profile work]\naws_access_key_id=B\nregion = eu-1\n[other]\nregion = x\n";
        assert_eq!(section(text, "default"), [("aws_access_key_id", "A")]);
        assert_eq!(
            section(text, "work"),
            [("aws_access_key_id", "B"), ("region", "eu-1")]
        );
    }
}
