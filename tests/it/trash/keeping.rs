//! A copy is kept whole, for this user only, or not at all.

use std::fs;

use mirrordeck::trash::error::{Obstacle, TrashError};
use serde_json::{Value, json};

use super::{Data, head, id, keep, names};

#[test]
fn a_copy_comes_back_to_the_last_byte() {
    let every_byte: Vec<u8> = (0..=u8::MAX).collect();
    let numbers = br#"{"version":18446744073709551615,"a":1.10,"b":9007199254740993,"c":1e400}"#;
    let large = every_byte.repeat(4096);
    let bodies: [&[u8]; 5] = [b"", b"\n\n", numbers, &every_byte, &large];
    let targets = [
        ("bulb", None),
        ("온실-07", Some("습도")),
        ("a\u{1b}[31m\n\"b\\", Some("\u{202e}\u{0}x")),
    ];
    let data = Data::new();
    let trash = data.trash();
    let mut chance = 0;
    for body in bodies {
        for (device, mirror) in targets {
            chance += 1;
            let id = id(0, chance);
            let head = head(&id, device, mirror, body);
            trash.keep(&head, body).unwrap();
            assert_eq!(trash.read(&id), Ok((head.clone(), body.to_vec())));
            assert_eq!(trash.head(&id).unwrap().0, head);
        }
    }
}

#[test]
fn what_is_not_known_stays_unknown() {
    let data = Data::new();
    let id = id(0, 1);
    let mut head = head(&id, "bulb", None, b"{}");
    head.version = None;
    head.token = None;
    data.trash().keep(&head, b"{}").unwrap();
    assert_eq!(data.trash().read(&id).unwrap().0, head);
}

#[test]
fn the_default_mirror_and_one_named_so_stay_apart() {
    let data = Data::new();
    let trash = data.trash();
    for (chance, name) in [(1, None), (2, Some("default")), (3, Some("null"))] {
        let id = id(0, chance);
        let head = head(&id, "bulb", name, b"{}");
        trash.keep(&head, b"{}").unwrap();
        assert_eq!(trash.read(&id).unwrap().0.target, head.target);
        assert_eq!(first_line(&data, chance)["mirror"], json!(name));
    }
}

fn first_line(data: &Data, chance: u64) -> Value {
    let file = fs::read(data.part(&id(0, chance), "mirror")).unwrap();
    let line = file.split(|byte| *byte == b'\n').next().unwrap();
    serde_json::from_slice(line).unwrap()
}

#[test]
fn the_file_is_a_line_of_json_and_then_the_bytes() {
    let data = Data::new();
    let body = b"{\"a\": 1.0}\n";
    let head = head(&id(0, 7), "온실-07", Some("습도"), body);
    data.trash().keep(&head, body).unwrap();

    let file = fs::read(data.part(&head.id, "mirror")).unwrap();
    assert!(file.ends_with(b"}\n{\"a\": 1.0}\n"));
    let mut line = first_line(&data, 7);
    let seal = line.as_object_mut().unwrap().remove("seal").unwrap();
    assert_eq!(seal.as_str().unwrap().len(), 64);
    let expected = json!({
        "format": "mirrordeck copy",
        "number": 1,
        "id": "1795410133000-0000000000000007",
        "base_url": "https://cloudiotcore.apigw.ntruss.com/cloudiotcore/v1",
        "key": "…0001",
        "source": "profile 공장",
        "device": "온실-07",
        "mirror": "습도",
        "version": u64::MAX,
        "read_at_ms": 1_795_410_129_000_i64,
        "token": "온실-7",
        "bytes": 11,
        // From `sha256sum`.
        "sha256": "4af7c8c151169e5ae2d9ab14bec67e28891825e64362f375d3b036b2e43ff8dc",
    });
    assert_eq!(line, expected);
}

#[test]
fn the_length_of_the_body_counts_and_not_the_one_in_the_head() {
    let data = Data::new();
    let mut wrong = head(&id(0, 1), "bulb", None, b"{}");
    wrong.bytes = 5;
    data.trash().keep(&wrong, b"{}").unwrap();
    assert_eq!(data.trash().read(&wrong.id).unwrap().0.bytes, 2);
}

#[test]
fn a_copy_is_never_overwritten() {
    let data = Data::new();
    let trash = data.trash();
    let id = id(0, 1);
    trash.keep(&head(&id, "one", None, b"1"), b"1").unwrap();
    let error = trash.keep(&head(&id, "two", None, b"2"), b"2").unwrap_err();
    assert!(matches!(error, TrashError::AlreadyThere { .. }), "{error}");
    assert_eq!(trash.read(&id).unwrap().1, b"1");
    assert_eq!(names(&data.path("trash")), [format!("{id}.mirror")]);
}

#[test]
fn what_could_not_be_read_back_is_not_kept() {
    const MIB: usize = 1024 * 1024;
    let data = Data::new();
    let trash = data.trash();
    keep(&trash, &id(0, 1), 16 * MIB);
    assert_eq!(trash.read(&id(0, 1)).unwrap().1.len(), 16 * MIB);

    let body = vec![b'x'; 16 * MIB + 1];
    let large = trash.keep(&head(&id(0, 2), "bulb", None, &body), &body);
    let name = "x".repeat(MIB);
    let long = trash.keep(&head(&id(0, 3), "bulb", Some(&name), b""), b"");
    for (refused, limit) in [(large, "16.0 MiB"), (long, "1.0 MiB")] {
        let error = refused.unwrap_err();
        assert!(matches!(error, TrashError::TooLarge { .. }), "{error}");
        assert!(error.to_string().contains(limit), "{error}");
    }
    assert_eq!(trash.list().unwrap().len(), 1);
}

#[cfg(unix)]
#[test]
fn nobody_else_may_look() {
    use std::os::unix::fs::PermissionsExt as _;

    use super::mode;

    let data = Data::new();
    let folder = data.path("new/data/trash");
    let trash = mirrordeck::trash::store::Trash::new(folder.clone());
    keep(&trash, &id(0, 1), 1);
    for made in ["new", "new/data", "new/data/trash"] {
        assert_eq!(mode(&data.path(made)), 0o700, "{made}");
    }

    for open in [0o755, 0o777, 0o770] {
        fs::set_permissions(&folder, fs::Permissions::from_mode(open)).unwrap();
        keep(&trash, &id(0, u64::from(open)), 1);
        assert_eq!(mode(&folder), 0o700);
    }
    for name in names(&folder) {
        assert_eq!(mode(&folder.join(&name)), 0o600, "{name}");
    }
}

#[test]
fn where_the_folder_is_a_file_it_says_so_and_leaves_nothing() {
    let data = Data::new();
    fs::write(data.path("trash"), "mine").unwrap();
    let kept = data.trash().keep(&head(&id(0, 1), "bulb", None, b""), b"");
    let error = kept.unwrap_err();
    assert!(matches!(error, TrashError::CannotWrite { .. }), "{error}");
    assert!(error.to_string().contains("/trash: "), "{error}");
    assert_eq!(names(data.root.path()), ["trash"]);
    assert_eq!(fs::read(data.path("trash")).unwrap(), b"mine");
}

#[cfg(unix)]
#[test]
fn a_folder_without_the_right_to_write_is_told_as_that() {
    use std::os::unix::fs::PermissionsExt as _;

    let data = Data::new();
    let folder = data.path("trash");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).unwrap();
    if fs::write(folder.join("probe"), "").is_ok() {
        eprintln!("skipped: this user (root?) may write where nobody may");
        return;
    }
    let kept = data.trash().keep(&head(&id(0, 1), "bulb", None, b""), b"");
    let error = kept.unwrap_err();
    let obstacle = Obstacle::NotAllowed;
    assert!(
        matches!(&error, TrashError::CannotWrite { obstacle: it, .. } if *it == obstacle),
        "{error}"
    );
    assert_eq!(names(&folder), [""; 0]);
}
