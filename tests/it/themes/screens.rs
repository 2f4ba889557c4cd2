//! Every view in each language at both sizes, as it looks in each theme.

use mirrordeck::app::geometry::Size;
use mirrordeck::i18n::Language;

use super::scenes::{self, Act};
use super::sheet::sheet;

/// Snapshots the scenes of an act; one sheet shows all themes.
fn sheets(act: Act) {
    for (columns, rows) in [(80, 24), (120, 36)] {
        for (code, language) in Language::ALL {
            act(language, Size { columns, rows }, &mut |scene, shown| {
                let name = format!("{scene}_{code}_{columns}x{rows}");
                insta::assert_snapshot!(name, sheet(scene, shown));
            });
        }
    }
}

#[test]
fn the_panes_and_the_three_views_of_a_mirror() {
    sheets(scenes::panes);
}

#[test]
fn what_lies_over_the_panes() {
    sheets(scenes::overlays);
}

#[test]
fn an_older_version() {
    sheets(scenes::watch);
}

#[test]
fn a_deletion_and_the_way_back() {
    sheets(scenes::deletion);
}

#[test]
fn sweep_plan_and_tasks() {
    sheets(scenes::fleet);
}

#[test]
fn the_question_before_quitting() {
    sheets(scenes::leaving);
}

#[test]
fn a_read_that_is_refused() {
    sheets(scenes::failures);
}

#[test]
fn the_first_minutes() {
    sheets(scenes::beginning);
}
