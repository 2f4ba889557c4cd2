//! Who is alive, and who looks after the dead.

use std::fs::{self, File};
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use mirrordeck::trash::error::TrashError;
use mirrordeck::trash::runs::{Run, claim};

use super::{Data, id, names};

#[test]
fn a_running_program_is_not_claimed() {
    let data = Data::new();
    let folder = data.path("data/running");
    let run = Run::begin(&folder, id(0, 1)).unwrap();
    assert_eq!(run.id(), &id(0, 1));
    assert_eq!(names(&folder), [format!("{}.lock", run.id())]);
    assert!(claim(&folder, run.id()).unwrap().is_none());
    let other = Run::begin(&folder, id(0, 2)).unwrap();
    assert!(claim(&folder, run.id()).unwrap().is_none());
    drop(run);
    assert!(claim(&folder, &id(0, 1)).unwrap().is_some());
    assert!(claim(&folder, other.id()).unwrap().is_none());
}

#[test]
fn a_program_that_has_quit_leaves_nothing() {
    let data = Data::new();
    let folder = data.path("running");
    drop(Run::begin(&folder, id(0, 1)).unwrap());
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn a_dead_program_is_claimed_by_one_at_a_time() {
    let data = Data::new();
    let folder = data.path("running");
    fs::create_dir(&folder).unwrap();
    let (killed, missing) = (id(0, 1), id(0, 2));
    // What a program under SIGKILL leaves: the file, without the lock.
    fs::write(folder.join(format!("{killed}.lock")), "").unwrap();
    for run in [&killed, &missing] {
        let claimed = claim(&folder, run).unwrap().unwrap();
        assert_eq!(claimed.id(), run);
        assert!(claim(&folder, run).unwrap().is_none());
        drop(claimed);
        assert!(claim(&folder, run).unwrap().is_some(), "{run}");
    }
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn of_two_that_start_at_once_one_claims() {
    let data = Data::new();
    let folder = data.path("running");
    for chance in 0..50 {
        let dead = id(0, chance);
        if chance % 2 == 0 {
            fs::create_dir_all(&folder).unwrap();
            File::create(folder.join(format!("{dead}.lock"))).unwrap();
        }
        let together = Barrier::new(2);
        let try_it = || {
            together.wait();
            let claimed = claim(&folder, &dead).unwrap();
            // Nobody lets go before both have tried.
            together.wait();
            claimed.is_some()
        };
        let (one, other) = thread::scope(|scope| {
            let one = scope.spawn(try_it);
            let other = scope.spawn(try_it);
            (one.join().unwrap(), other.join().unwrap())
        });
        assert!(one != other, "{one} {other}");
    }
}

#[test]
fn letting_go_while_others_try_leaves_no_second_holder() {
    const CLAIMS: usize = 200;
    let data = Data::new();
    let folder = data.path("running");
    let dead = id(0, 1);
    let holders = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut claims = 0;
                while claims < CLAIMS {
                    let Some(claimed) = claim(&folder, &dead).unwrap() else {
                        thread::yield_now();
                        continue;
                    };
                    assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0);
                    thread::yield_now();
                    holders.fetch_sub(1, Ordering::SeqCst);
                    drop(claimed);
                    claims += 1;
                }
            });
        }
    });
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn an_id_that_is_taken_and_a_folder_that_cannot_be_made_are_errors() {
    let data = Data::new();
    let folder = data.path("running");
    let run = Run::begin(&folder, id(0, 1)).unwrap();
    fs::write(data.path("file"), "").unwrap();
    for error in [
        Run::begin(&folder, run.id().clone()).unwrap_err(),
        Run::begin(&data.path("file"), id(0, 2)).unwrap_err(),
        claim(&data.path("file/running"), &id(0, 2)).unwrap_err(),
    ] {
        assert!(matches!(error, TrashError::CannotWrite { .. }), "{error}");
    }
}

#[cfg(unix)]
#[test]
fn marks_of_runs_are_for_this_user_only() {
    let data = Data::new();
    let folder = data.path("running");
    let run = Run::begin(&folder, id(0, 1)).unwrap();
    assert_eq!(super::mode(&folder), 0o700);
    let file = folder.join(format!("{}.lock", run.id()));
    assert_eq!(super::mode(&file), 0o600);
}
