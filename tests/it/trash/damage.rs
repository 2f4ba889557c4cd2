//! A copy that is not what was written is never taken for it.

use crate::support::said::Said;
use std::fmt::Write as _;
use std::fs;

use mirrordeck::model::record::ActionId;
use mirrordeck::trash::error::{Damage, TrashError};
use sha2::{Digest as _, Sha256};

use super::{Data, head, id};

const BODY: &[u8] = b"{\"state\":\n{}}";

/// A folder with one sound copy, and the bytes of it.
fn one_copy() -> (Data, ActionId, Vec<u8>) {
    let data = Data::new();
    let id = id(0, 1);
    let head = head(&id, "온실-07", Some("습도"), BODY);
    data.trash().keep(&head, BODY).unwrap();
    let file = fs::read(data.part(&id, "mirror")).unwrap();
    (data, id, file)
}

fn damage<T: std::fmt::Debug>(result: Result<T, TrashError>) -> Damage {
    match result.unwrap_err() {
        TrashError::Damaged { damage, path } => {
            assert!(path.ends_with(".mirror"), "{path}");
            damage
        }
        other => panic!("{other}"),
    }
}

#[test]
fn a_copy_cut_short_anywhere_says_so() {
    let (data, id, file) = one_copy();
    let body_at = file.len() - BODY.len();
    for length in 0..file.len() {
        fs::write(data.part(&id, "mirror"), &file[..length]).unwrap();
        let trash = data.trash();
        assert_eq!(damage(trash.read(&id)), Damage::CutShort, "{length}");
        // What it is of can be told from the first line alone.
        assert_eq!(trash.head(&id).is_ok(), length >= body_at, "{length}");
    }
}

#[test]
fn a_flipped_bit_anywhere_is_noticed() {
    let (data, id, file) = one_copy();
    let body_at = file.len() - BODY.len();
    for at in 0..file.len() {
        for bit in [0x01, 0x20, 0x80] {
            let mut flipped = file.clone();
            flipped[at] ^= bit;
            fs::write(data.part(&id, "mirror"), &flipped).unwrap();
            let trash = data.trash();
            assert!(trash.read(&id).is_err(), "{at} {bit:x}");
            // Above all no other device or mirror.
            assert_eq!(trash.head(&id).is_ok(), at >= body_at, "{at} {bit:x}");
        }
    }
}

#[test]
fn a_copy_that_goes_on_says_so() {
    let (data, id, mut file) = one_copy();
    file.push(b'\n');
    fs::write(data.part(&id, "mirror"), &file).unwrap();
    assert_eq!(damage(data.trash().read(&id)), Damage::TooLong);
}

#[test]
fn a_copy_under_another_name_is_not_that_of_the_name() {
    let (data, one, _) = one_copy();
    let other = id(1, 2);
    fs::copy(data.part(&one, "mirror"), data.part(&other, "mirror")).unwrap();
    assert_eq!(damage(data.trash().head(&other)), Damage::Misnamed);
    assert_eq!(damage(data.trash().read(&other)), Damage::Misnamed);
}

#[test]
fn a_foreign_file_and_a_newer_format_are_told_as_such() {
    let (data, id, file) = one_copy();
    let file = String::from_utf8(file).unwrap();
    for foreign in [
        "hello",
        "\u{feff}{}",
        "{\"format\":\"other\"}\n{}",
        &file.replacen("\"number\":1,", "\"number\":2,", 1),
        &file.replacen("\"number\":1,", "\"number\":10,", 1),
    ] {
        fs::write(data.part(&id, "mirror"), foreign).unwrap();
        for error in [
            data.trash().head(&id).map(|_| ()).unwrap_err(),
            data.trash().read(&id).map(|_| ()).unwrap_err(),
        ] {
            assert!(matches!(error, TrashError::Foreign { .. }), "{error}");
            assert!(error.advice().contains("newer mirrordeck"), "{error}");
        }
    }
}

#[test]
fn a_first_line_without_end_is_given_up() {
    let (data, id, file) = one_copy();
    let beginning = &file[..file.len() - BODY.len() - 1];
    let endless = [beginning, &vec![b' '; 2 * 1024 * 1024]].concat();
    fs::write(data.part(&id, "mirror"), endless).unwrap();
    assert_eq!(damage(data.trash().head(&id)), Damage::Altered);
}

#[test]
fn a_folder_in_the_place_of_a_copy_is_foreign() {
    let data = Data::new();
    let id = id(0, 1);
    fs::create_dir_all(data.part(&id, "mirror")).unwrap();
    let error = data.trash().head(&id).unwrap_err();
    assert!(matches!(error, TrashError::Foreign { .. }), "{error}");
}

#[test]
fn a_first_line_that_has_lost_its_mirror_is_not_that_of_the_default_one() {
    let data = Data::new();
    let id = id(0, 1);
    data.trash()
        .keep(&head(&id, "bulb", None, BODY), BODY)
        .unwrap();
    let sealed = String::from_utf8(fs::read(data.part(&id, "mirror")).unwrap()).unwrap();
    let (front, rest) = sealed.split_once(",\"seal\":").unwrap();
    let (_, body) = rest.split_once('\n').unwrap();
    let write = |front: &str| {
        let mut seal = String::new();
        for byte in Sha256::digest(front) {
            write!(seal, "{byte:02x}").unwrap();
        }
        let file = format!("{front},\"seal\":\"{seal}\"}}\n{body}");
        fs::write(data.part(&id, "mirror"), &file).unwrap();
        file
    };
    assert_eq!(write(front), sealed, "sealed as the program does it");
    assert!(data.trash().read(&id).is_ok());
    for lost in ["", "\"mirror\":\"\",", "\"mirror\":0,"] {
        let front = front.replace("\"mirror\":null,", lost);
        write(&front);
        assert_eq!(damage(data.trash().head(&id)), Damage::Altered, "{lost}");
    }
}
