//! The rows of a sweep, its filter, and what could not be read.

use std::time::Duration;

use mirrordeck::app::sweep::{COLUMNS, Column};
use mirrordeck::i18n::Text;
use mirrordeck::model::sweep_filter::{FORMS, Form};
use mirrordeck::text;

use super::{benched, look, staged};
use crate::sweep::screens;

fn sweep_titles() -> Vec<Text> {
    COLUMNS.map(Column::title).to_vec()
}

#[test]
fn a_sweep_that_reads() {
    let show = staged(|stage| {
        stage.fault(r#"{"operation":"view","times":99999,"fault":{"slow_ms":700}}"#);
        stage.rush("Sc").pass(Duration::from_secs(2));
    });
    look("sweep_reading", show, sweep_titles);
}

#[test]
fn a_sweep_that_is_done_with_marks() {
    let show = staged(|stage| {
        stage.press("Sc").settle().press("sssojj j ");
    });
    look("sweep_done", show, || {
        let mut whole = sweep_titles();
        whole.push(text!("sweep-marked", count = 2_u64));
        whole
    });
}

#[test]
fn a_filter_with_its_help() {
    let show = staged(|stage| {
        stage.press("S * /drift:yes -mirror:tuning");
    });
    look("sweep_filter", show, || {
        let words = FORMS.iter().map(Form::words);
        let forms = FORMS.iter().map(Form::form);
        forms.chain(words).chain([text!("filter-help")]).collect()
    });
}

#[test]
fn a_filter_that_is_not_understood() {
    let show = staged(|stage| {
        stage.press("S/mirror:legacy* agee:>90d");
    });
    look("sweep_problem", show, || {
        vec![
            text!("filter-did-you-mean", field = "age"),
            text!("filter-see-above", at = 16_u64),
        ]
    });
}

#[test]
fn what_a_sweep_could_not_read() {
    look("sweep_failed", benched(screens::failed), || {
        vec![text!("sweep-failures"), text!("sweep-all-named")]
    });
}
