//! What it costs to keep copies and records on the disk, beside the least that a disk can do.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use divan::{Bencher, black_box};
use mirrordeck::i18n::Text;
use mirrordeck::model::device::DeviceName;
use mirrordeck::model::mirror::{MirrorId, MirrorName};
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{
    ActionId, ActionKind, CopyHead, End, Event, Intent, Origin, Record,
};
use mirrordeck::trash::journal::Journal;
use mirrordeck::trash::store::Trash;
use tempfile::TempDir;

fn main() {
    divan::main();
    let full = FULL_TRASH.lock().expect("no panic").take();
    drop(full);
}

/// Bytes of a mirror: a usual one and a large one.
const SIZES: [usize; 2] = [4 * 1024, 100 * 1024];

/// Entries of a trash that was never pruned.
const ENTRIES: u64 = 100_000;

/// Rows of the first screen.
const FIRST_SCREEN: usize = 40;

const NOW_MS: i64 = 1_795_410_133_000;

/// Neighbouring measurements must not use one name twice.
static NEXT: AtomicU64 = AtomicU64::new(0);

fn next() -> u64 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// On the disk of the build and not in `/tmp`, which may be memory.
fn folder() -> TempDir {
    TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder for the benchmark")
}

fn origin() -> Origin {
    Origin {
        base_url: "https://cloudiotcore.apigw.ntruss.com/cloudiotcore/v1".to_owned(),
        key_tail: "…0001".to_owned(),
        source: "profile plant".to_owned(),
    }
}

fn target(number: u64) -> MirrorId {
    let device = format!("greenhouse-{number:05}");
    let device = DeviceName::new(&device).expect("a name");
    MirrorId::new(device, MirrorName::Default)
}

fn head(number: u64) -> CopyHead {
    CopyHead {
        id: ActionId::new(NOW_MS, number),
        origin: origin(),
        target: target(number),
        version: Some(14),
        read_at_ms: NOW_MS,
        token: Some("mirrordeck-9f86d081884c7d65".to_owned()),
        bytes: 0,
    }
}

/// Create, write, sync: the least that has to happen before anything may be deleted.
#[divan::bench(args = SIZES, sample_count = 300, sample_size = 1)]
fn plain_synced_write(bencher: Bencher, size: usize) {
    let folder = folder();
    let body = vec![b'x'; size];
    bencher
        .with_inputs(|| folder.path().join(next().to_string()))
        .bench_local_values(|path| {
            let mut file = File::create(path).expect("a file");
            file.write_all(&body).expect("room");
            file.sync_all().expect("a disk");
        });
}

/// As `plain_synced_write`, under a temporary name, renamed, the folder synced too.
#[divan::bench(args = SIZES, sample_count = 300, sample_size = 1)]
fn keep_a_copy(bencher: Bencher, size: usize) {
    let folder = folder();
    let trash = Trash::new(folder.path().join("trash"));
    let body = vec![b'x'; size];
    bencher
        .with_inputs(|| head(next()))
        .bench_local_values(|head| trash.keep(&head, &body).expect("a copy"));
}

/// As `plain_synced_write`, then what a rename needs to outlive a power cut: the yardstick of what
/// the file system itself takes for `keep_a_copy`.
#[divan::bench(args = SIZES, sample_count = 300, sample_size = 1)]
fn plain_synced_write_renamed_and_folder_synced(bencher: Bencher, size: usize) {
    let folder = folder();
    let body = vec![b'x'; size];
    bencher
        .with_inputs(|| folder.path().join(next().to_string()))
        .bench_local_values(|path| {
            let mut file = File::create(&path).expect("a file");
            file.write_all(&body).expect("room");
            file.sync_all().expect("a disk");
            fs::rename(&path, path.with_extension("mirror")).expect("a name");
            File::open(folder.path())
                .and_then(|folder| folder.sync_all())
                .expect("a disk");
        });
}

/// Made once, as it takes longer than what is measured with it; removed by `main`.
static FULL_TRASH: Mutex<Option<TempDir>> = Mutex::new(None);

/// A trash whose newest copies are sound. The others are names only: nobody opens them.
fn full_trash() -> PathBuf {
    let mut full = FULL_TRASH.lock().expect("no panic");
    let full = full.get_or_insert_with(|| {
        let folder = folder();
        let named_only = ENTRIES - FIRST_SCREEN as u64;
        for number in 0..named_only {
            let name = format!("{}.mirror", dated(number).id);
            File::create(folder.path().join(name)).expect("room");
        }
        let trash = Trash::new(folder.path().to_owned());
        for number in named_only..ENTRIES {
            trash.keep(&dated(number), b"{}").expect("a copy");
        }
        folder
    });
    full.path().to_owned()
}

fn dated(number: u64) -> CopyHead {
    let at_ms = NOW_MS + i64::try_from(number).expect("a small number");
    let chance = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    CopyHead {
        id: ActionId::new(at_ms, chance),
        ..head(number)
    }
}

/// The names in the folder of `open_a_trash_of_100_000`, one by one.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn plain_listing_of_100_000(bencher: Bencher) {
    let folder = full_trash();
    bencher.bench_local(|| {
        for entry in fs::read_dir(&folder).expect("a folder") {
            black_box(entry.expect("an entry").file_name());
        }
    });
}

/// The list, newest first, and the heads of the first screen.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn open_a_trash_of_100_000(bencher: Bencher) {
    let trash = Trash::new(full_trash());
    bencher.bench_local(|| {
        let listed = trash.list().expect("a list");
        assert_eq!(listed.len() as u64, ENTRIES);
        for copy in &listed[..FIRST_SCREEN] {
            black_box(trash.head(&copy.id).expect("a head"));
        }
        listed
    });
}

/// Every second record an intent, every other its end; one in a thousand actions has none.
fn records() -> Vec<Record> {
    let run = ActionId::new(NOW_MS, 0);
    let record = |number: u64, event: Event| {
        let id = dated(number).id;
        Record {
            at_ms: id.at_ms(),
            id,
            run: run.clone(),
            event,
        }
    };
    let actions = ENTRIES / 2;
    let pairs = (0..actions).map(|number| {
        let intended = Event::Intended(Box::new(Intent {
            kind: ActionKind::Delete,
            origin: origin(),
            target: target(number),
            copy: dated(number).id,
            copy_version: Some(14),
            lock: Some(14),
            task: None,
            token: Some("mirrordeck-9f86d081884c7d65".to_owned()),
        }));
        let word = if number % 1000 == 0 {
            Word::OutcomeUnknown
        } else {
            Word::Deleted
        };
        let ended = Event::Ended(End {
            word,
            reason: Text::verbatim("token came back"),
            version: Some(14),
            attempts: 1,
            duration_ms: 87,
        });
        [record(number, intended), record(number, ended)]
    });
    pairs.flatten().collect()
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn recover_from_a_journal_of_100_000(bencher: Bencher) {
    let folder = folder();
    let journal = Journal::new(folder.path().join("journal.jsonl"));
    journal.append_all(&records()).expect("a journal");
    bencher.bench_local(|| {
        let open = journal.open_ends().expect("a journal");
        assert_eq!(open.actions.len() as u64, ENTRIES / 2 / 1000);
        open
    });
}

/// One intent, synced, as before every DELETE.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn append_a_record(bencher: Bencher) {
    let folder = folder();
    let journal = Journal::new(folder.path().join("journal.jsonl"));
    let record = records().swap_remove(0);
    bencher.bench_local(|| journal.append(&record).expect("a line"));
}

/// Actions that come at once, as in a run over many mirrors.
const AT_ONCE: u64 = 64;

fn intent(number: u64) -> Record {
    let id = head(number).id;
    let intended = Event::Intended(Box::new(Intent {
        kind: ActionKind::Delete,
        origin: origin(),
        target: target(number),
        copy: id.clone(),
        copy_version: Some(14),
        lock: Some(14),
        task: None,
        token: Some("mirrordeck-9f86d081884c7d65".to_owned()),
    }));
    Record {
        at_ms: NOW_MS,
        run: id.clone(),
        id,
        event: intended,
    }
}

/// 64 intents and copies, each synced by itself.
#[divan::bench(args = SIZES, sample_count = 30, sample_size = 1)]
fn copies_and_intents_one_by_one(bencher: Bencher, size: usize) {
    let folder = folder();
    let trash = Trash::new(folder.path().join("trash"));
    let journal = Journal::new(folder.path().join("journal.jsonl"));
    let body = vec![b'x'; size];
    bencher.bench_local(|| {
        for _ in 0..AT_ONCE {
            let number = next();
            journal.append(&intent(number)).expect("a line");
            trash.keep(&head(number), &body).expect("a copy");
        }
    });
}

/// The same 64, synced together.
#[divan::bench(args = SIZES, sample_count = 30, sample_size = 1)]
fn copies_and_intents_at_once(bencher: Bencher, size: usize) {
    let folder = folder();
    let trash = Trash::new(folder.path().join("trash"));
    let journal = Journal::new(folder.path().join("journal.jsonl"));
    let body = vec![b'x'; size];
    bencher.bench_local(|| {
        let numbers: Vec<_> = (0..AT_ONCE).map(|_| next()).collect();
        let records: Vec<_> = numbers.iter().map(|number| [intent(*number)]).collect();
        let groups: Vec<_> = records.iter().map(<[Record; 1]>::as_slice).collect();
        for written in journal.append_groups(&groups) {
            written.expect("a line");
        }
        let heads: Vec<_> = numbers.iter().map(|number| head(*number)).collect();
        let copies: Vec<_> = heads.iter().map(|head| (head, body.as_slice())).collect();
        for kept in trash.keep_all(&copies) {
            kept.expect("a copy");
        }
    });
}
