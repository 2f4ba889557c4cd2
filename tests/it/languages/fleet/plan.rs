//! Plans: read, counted, saved.

use mirrordeck::app::message::Answer;
use mirrordeck::i18n::Text;
use mirrordeck::model::error::ApiError;
use mirrordeck::model::mirror::MirrorId;
use mirrordeck::model::summary::Summarized;
use mirrordeck::text;

use super::{benched, fleet, look};
use crate::support::fixtures::Bench;
use crate::support::runs::{facts, read_of};

fn read(target: &MirrorId) -> Result<Summarized, ApiError> {
    read_of(target, "device-00001")
}

fn plan_labels() -> Vec<Text> {
    vec![
        text!("plan-title-delete"),
        text!("plan-account"),
        text!("plan-column-mirror"),
        text!("plan-column-version"),
        text!("plan-column-note"),
        text!("plan-number-delete"),
    ]
}

#[test]
fn a_plan_that_reads() {
    let show = benched(|| {
        let mut bench = Bench::open();
        bench.mark(&fleet()).press("<Tab>d");
        bench
    });
    look("plan_reading", show, || {
        let mut whole = plan_labels();
        whole.push(text!("plan-hint-reading"));
        whole.push(text!("plan-reading", done = 0_u64, all = 43_u64));
        whole
    });
}

#[test]
fn a_plan_with_rows_that_are_left_out() {
    let show = benched(|| {
        let mut bench = Bench::open();
        bench.plan(&fleet(), read);
        bench
    });
    look("plan", show, || {
        let mut whole = plan_labels();
        whole.push(text!("plan-to-delete", count = 39_u64));
        whole.push(text!("plan-hint-tab"));
        whole.push(text!("plan-out-gone"));
        whole
    });
}

#[test]
fn a_plan_with_a_wrong_number() {
    let show = benched(|| {
        let mut bench = Bench::open();
        bench.plan(&fleet(), read);
        bench.press(" j <Tab>12<Enter>");
        bench
    });
    look("plan_number", show, || {
        let mut whole = plan_labels();
        whole.push(text!("plan-hint-apply"));
        whole.push(text!("plan-other-number"));
        whole
    });
}

#[test]
fn a_saved_plan() {
    let show = benched(|| {
        let mut bench = Bench::open();
        bench.plan(&fleet()[..12], |_| Ok(facts(7)));
        let bytes = crate::update::saved_plans::save(&mut bench);
        let mut bench = Bench::open();
        bench.press("To<Enter>");
        bench.answer_all(&Answer::FileRead(Ok(bytes)));
        bench.read_facts(read).draw();
        bench
    });
    look("plan_saved", show, || vec![text!("plan-title-saved")]);
}
