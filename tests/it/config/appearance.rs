//! Themes, colours and signs by option, environment and configuration.

use crate::support::said::Said as _;
use std::fs;

use mirrordeck::config::{Appearance, built_in_theme};
use mirrordeck::model::colour::{Colour, Depth, Rgb};
use mirrordeck::model::look::{Look, Role};

use super::Machine;

fn rich() -> Machine {
    Machine::with_keys()
        .set("TERM", "xterm-256color")
        .set("COLORTERM", "truecolor")
}

fn appearance(machine: &Machine, arguments: &[&str]) -> Appearance {
    machine.settings(arguments).appearance
}

fn look(theme: &str, depth: Depth) -> Look {
    built_in_theme(theme).unwrap().look(depth)
}

#[test]
fn the_terminal_says_how_many_colours_it_has() {
    for (term, colorterm, no_color, depth) in [
        ("xterm-256color", "truecolor", "", Depth::All),
        ("xterm-256color", "24bit", "", Depth::All),
        ("xterm-256color", "", "", Depth::Many),
        ("xterm-kitty", "", "", Depth::All),
        ("xterm-direct", "", "", Depth::All),
        ("xterm", "", "", Depth::Few),
        ("screen", "yes", "", Depth::Few),
        ("linux", "truecolor", "", Depth::Few),
        ("dumb", "truecolor", "", Depth::None),
        ("xterm-256color", "truecolor", "1", Depth::None),
        ("xterm-256color", "truecolor", "0", Depth::None),
    ] {
        let machine = Machine::with_keys()
            .set("TERM", term)
            .set("COLORTERM", colorterm)
            .set("NO_COLOR", no_color);
        assert_eq!(
            appearance(&machine, &[]).depth,
            depth,
            "{term} {colorterm} {no_color}"
        );
    }
}

#[test]
fn option_beats_variable_beats_configuration_beats_the_ground() {
    let machine = rich();
    let auto = appearance(&machine, &[]);
    assert!(auto.follows_ground);
    assert_eq!(*auto.look, look("terminal", Depth::All));
    let machine = machine.config("theme = \"light\"");
    assert_eq!(*appearance(&machine, &[]).look, look("light", Depth::All));
    let machine = machine.set("MIRRORDECK_THEME", "high-contrast");
    assert_eq!(
        *appearance(&machine, &[]).look,
        look("high-contrast", Depth::All)
    );
    let chosen = appearance(&machine, &["--theme", "colour-blind"]);
    assert_eq!(*chosen.look, look("colour-blind", Depth::All));
    assert!(!chosen.follows_ground);
    assert!(appearance(&machine, &["--theme", "auto"]).follows_ground);
}

#[test]
fn a_look_that_follows_the_ground_keeps_it_where_all_reads_well() {
    let auto = appearance(&rich(), &[]);
    let on = |ground: &str| {
        let look = auto.on(Rgb::from_hex(ground).unwrap());
        (look.colour(Role::Ground), look.colour(Role::Plain))
    };
    let ink = |theme| look(theme, Depth::All).colour(Role::Plain);
    let own = |theme| look(theme, Depth::All).colour(Role::Ground);
    assert_eq!(on("#000000"), (Colour::Default, ink("dark")));
    assert_eq!(on("#1e1e1e"), (Colour::Default, ink("dark")));
    assert_eq!(on("#ffffff"), (Colour::Default, ink("light")));
    assert_eq!(on("#555555"), (own("dark"), ink("dark")));
    assert_eq!(on("#a0a0a0"), (own("light"), ink("light")));
}

#[test]
fn a_variable_of_the_terminal_hints_at_its_ground() {
    let plain = |value: &str| {
        let look = appearance(&rich().set("COLORFGBG", value), &[]).look;
        (look.colour(Role::Plain), look.colour(Role::Ground))
    };
    let ink = |theme| (look(theme, Depth::All).colour(Role::Plain), Colour::Default);
    assert_eq!(plain("15;0"), ink("dark"));
    assert_eq!(plain("0;default;15"), ink("light"));
    for nonsense in ["", "15", ";", "0;default", "0;99", "a;b"] {
        let unknown = (Colour::Default, Colour::Default);
        if nonsense != "15" {
            assert_eq!(plain(nonsense), unknown, "{nonsense}");
        }
    }
}

#[test]
fn with_few_colours_or_none_nothing_follows_the_ground() {
    let few = Machine::with_keys().set("TERM", "xterm");
    let auto = appearance(&few, &[]);
    assert!(!auto.follows_ground);
    assert_eq!(*auto.look, Look::default());
    assert_eq!(
        *appearance(&few, &["--theme", "light"]).look,
        look("light", Depth::Few)
    );
    let none = rich().set("NO_COLOR", "1");
    let chosen = appearance(&none, &["--theme", "light"]);
    assert_eq!(
        (&*chosen.look, chosen.follows_ground),
        (&Look::colourless(), false)
    );
}

#[test]
fn signs_are_ascii_where_the_terminal_has_no_more() {
    let in_ascii =
        |machine: Machine, arguments: &[&str]| appearance(&machine, arguments).look.in_ascii;
    assert!(!in_ascii(rich(), &[]));
    assert!(in_ascii(rich(), &["--ascii"]));
    assert!(in_ascii(rich().set("MIRRORDECK_ASCII", "1"), &[]));
    assert!(in_ascii(rich().config("ascii = true"), &[]));
    assert!(in_ascii(rich().set("TERM", "dumb"), &[]));
    assert!(in_ascii(rich().set("TERM", "linux"), &[]));
    assert!(!in_ascii(
        rich().set("TERM", "linux").config("ascii = false"),
        &[]
    ));
    for (locale, ascii) in [
        ("ko_KR.UTF-8", false),
        ("ko_KR.utf8", false),
        ("C.UTF-8", false),
        ("de_DE.UTF-8@euro", false),
        ("ko_KR", false),
        ("", false),
        ("ko_KR.eucKR", true),
        ("de_DE.ISO-8859-15@euro", true),
        ("C", true),
        ("POSIX", true),
    ] {
        assert_eq!(in_ascii(rich().set("LANG", locale), &[]), ascii, "{locale}");
    }
    assert!(!in_ascii(
        rich().set("LANG", "C").set("LC_ALL", "en_US.UTF-8"),
        &[]
    ));
}

fn with_theme(machine: Machine, path: &str, text: &str) -> Machine {
    let path = machine.root.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
    machine
}

#[test]
fn an_own_theme_is_found_by_name_and_by_path() {
    let machine = with_theme(rich(), "themes/mine.toml", "accent = \"#123456\"");
    let accent = |machine: &Machine, arguments: &[&str]| {
        appearance(machine, arguments).look.colour(Role::Accent)
    };
    let wanted = Colour::Rgb(Rgb(0x12, 0x34, 0x56));
    assert_eq!(accent(&machine, &["--theme", "mine"]), wanted);
    let path = machine.root.path().join("themes").join("mine.toml");
    assert_eq!(
        accent(&machine, &["--theme", path.to_str().unwrap()]),
        wanted
    );
    assert_eq!(accent(&machine, &["--theme", "~/themes/mine.toml"]), wanted);
    // In the configuration a path begins where the file is.
    let machine = machine.config("theme = \"themes/mine.toml\"");
    assert_eq!(accent(&machine, &[]), wanted);
}

#[test]
fn what_is_wrong_with_a_theme_is_told_where_it_is() {
    let machine = with_theme(rich(), "themes/factory.toml", "\nacent = \"#123456\"");
    assert_eq!(
        machine.message(&["--theme", "factory"]),
        "~/themes/factory.toml:2: unknown entry `acent`; did you mean `accent`?"
    );
    assert_eq!(
        machine.message(&["--theme", "factroy"]),
        "--theme: there is no theme `factroy`; did you mean `factory`?"
    );
    assert_eq!(
        machine.message(&["--theme", "~/no.toml"]),
        "--theme: the theme file ~/no.toml does not exist; mend the path, or name a theme"
    );
    let machine = machine.set("MIRRORDECK_THEME", "zzz");
    assert_eq!(
        machine.message(&[]),
        "MIRRORDECK_THEME: there is no theme `zzz`; there are auto, dark, light, \
         high-contrast, high-contrast-light, colour-blind, colour-blind-light, terminal, factory, and \
         files by their path"
    );
    let machine = rich().config("\ntheme = \"drak\"");
    assert_eq!(
        machine.message(&[]),
        "~/config.toml:2: theme: there is no theme `drak`; did you mean `dark`?"
    );
    let settings = machine.settings(&["--demo"]);
    assert!(
        settings.appearance.follows_ground,
        "the demonstration works whatever is there"
    );
    assert!(settings.warnings[0].contains("drak"));
    let machine = rich().config("theme = \" \"");
    assert!(
        machine
            .message(&[])
            .starts_with("~/config.toml:1: `theme` is blank")
    );
}

#[test]
fn an_unknown_theme_is_told_with_all_else_that_is_wrong_in_the_configuration() {
    let machine = rich().config("page_sise = 10\ntheme = \"drak\"\nmouse = 7");
    let told = [
        "~/config.toml:1: unknown entry `page_sise`; did you mean `page_size`?",
        "~/config.toml:2: theme: there is no theme `drak`; did you mean `dark`?",
        "~/config.toml:3: `mouse` must be true or false, not a value of type integer",
    ];
    assert_eq!(machine.message(&[]), told.join("\n"));
    let warned = machine.homely(&machine.settings(&["--demo"]).warnings[0].to_string());
    assert!(warned.contains(&told.join("; ")), "{warned}");
    // Another theme is asked for, and this one is not looked for.
    let others = [told[0], told[2]].join("\n");
    assert_eq!(machine.message(&["--theme", "light"]), others);
    let by_path = rich().config("theme = \"no.toml\"\npage_sise = 10");
    let told = by_path.message(&[]);
    assert!(
        told.starts_with("~/config.toml:1: theme: the theme file ~/no.toml does not exist"),
        "{told}"
    );
    assert!(told.contains("\n~/config.toml:2: "), "{told}");
    let unlike = rich().config("theme = \"zzz\"\npage_sise = 10");
    assert!(
        unlike
            .message(&[])
            .contains("there are auto, dark, light, ")
    );
}

#[test]
fn what_is_wrong_in_the_configuration_is_told_before_what_is_missing_besides() {
    let machine = Machine::new().config("theme = \"drak\"");
    assert!(machine.message(&[]).contains("did you mean `dark`?"));
}
