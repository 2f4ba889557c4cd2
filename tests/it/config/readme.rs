//! The README shows what works.

use mirrordeck::config::{ConfigureFile, FileConfig, parse_theme, theme_names};
use mirrordeck::model::account::AccountColour;

const README: &str = include_str!("../../../README.md");

/// The first block of that language.
fn block(language: &str) -> &'static str {
    block_of(README, language)
}

fn block_of(text: &'static str, language: &str) -> &'static str {
    let start = format!("```{language}\n");
    let (_, rest) = text
        .split_once(&start)
        .expect("the README has such a block");
    rest.split_once("```").expect("the block ends").0
}

#[test]
fn the_example_of_a_theme_is_sound_and_every_theme_is_named() {
    let (_, colours) = README.split_once("## Colours").expect("there is a section");
    assert!(parse_theme(block_of(colours, "toml")).is_ok());
    for name in theme_names() {
        assert!(colours.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn the_example_of_the_configuration_is_whole_and_sound() {
    let config = FileConfig::parse(block("toml")).expect("the example is sound");
    let plant = &config.profiles["plant"];
    assert_eq!(plant.colour, Some(AccountColour::Red));
    assert_eq!(plant.read_only, Some(true));
    assert!(plant.label.is_some() && plant.api_url.is_some());
    assert!(config.api_url.is_some() && config.page_size.is_some());
    assert!(config.in_flight.is_some() && config.connect_timeout.is_some());
    assert!(config.request_timeout.is_some() && config.read_only.is_some());
    assert!(config.theme.is_some() && config.ascii.is_some());
    assert!(config.log_level.is_some() && config.keymap.is_some());
}

#[test]
fn the_example_of_the_credentials_has_two_profiles() {
    let file = ConfigureFile::parse(block("ini")).expect("the example is sound");
    assert_eq!(file.profiles().collect::<Vec<_>>(), ["DEFAULT", "plant"]);
    assert!(file.value("plant", "ncloud_secret_access_key").is_some());
}
