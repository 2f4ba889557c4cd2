//! Files as they are written, or are not.

use std::fs;

use mirrordeck::model::user_file::{Contents, FileProblem};
use mirrordeck::runtime::user_file::write;
use tempfile::TempDir;

fn contents() -> Contents {
    Contents::new(|| b"{ }".to_vec())
}

async fn written(path: &std::path::Path, overwrite: bool) -> Result<String, FileProblem> {
    write(path.to_str().unwrap().to_owned(), contents(), overwrite).await
}

fn left(folder: &TempDir) -> Vec<String> {
    let names = fs::read_dir(folder.path()).unwrap();
    names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[tokio::test]
async fn a_file_is_written_whole_and_over_another_one_only_when_asked() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("온실 a.json");
    let full = written(&path, false).await.unwrap();
    assert!(full.ends_with("온실 a.json"));
    assert_eq!(fs::read(&path).unwrap(), b"{ }");
    fs::write(&path, "mine").unwrap();
    assert_eq!(written(&path, false).await, Err(FileProblem::AlreadyThere));
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    written(&path, true).await.unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"{ }");
    assert_eq!(left(&folder), ["온실 a.json"]);
}

#[tokio::test]
async fn what_goes_wrong_is_said_in_words_that_help() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    for (path, words) in [
        (
            folder.path().to_owned(),
            "it is a folder; name a file in it",
        ),
        (folder.path().join("no/x.json"), "there is no such folder: "),
        (file.join("x.json"), "there is no such folder: "),
        (
            folder.path().join("x".repeat(300)),
            "no file can be called that: ",
        ),
    ] {
        let problem = written(&path, false).await.unwrap_err().to_string();
        assert!(problem.starts_with(words), "{problem}");
    }
    assert_eq!(left(&folder), ["file"]);
}

#[cfg(unix)]
#[tokio::test]
async fn a_folder_that_takes_nothing_is_named_as_such() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let path = folder.path().join("x.json");
    if fs::File::create(&path).is_ok() {
        eprintln!("skipped: this user may write everywhere");
        return;
    }
    let problem = written(&path, false).await.unwrap_err().to_string();
    assert!(
        problem.starts_with("you may not write there: "),
        "{problem}"
    );
}
