//! The command that reads a mirror without this program, for a POSIX shell with curl and openssl.

use super::address::mirror_path;
use super::base_url::BaseUrl;
use super::mirror::MirrorId;

/// The command for `GET` of a mirror; nothing for a mirror that no path can name.
///
/// No key is in it: it takes them from the environment when it runs, in all the spellings that the
/// program itself reads, signs (API reference, section 5) and sends. In a subshell, so that none of its
/// names stays behind, and under names that no shell uses itself (`path` is the search path in zsh).
/// openssl takes the key of an HMAC only among its arguments, where other users of the computer may see
/// it for a moment.
#[must_use]
pub fn command(base: &BaseUrl, target: &MirrorId) -> Option<String> {
    let request = quoted(&format!("{}{}", base.prefix(), mirror_path(target)?));
    let origin = quoted(base.origin());
    Some(format!(
        r#"(
request={request}
moment="$(date +%s)000"
access="${{NCLOUD_ACCESS_KEY_ID:-${{NCLOUD_ACCESS_KEY:?set it first}}}}"
secret="${{NCLOUD_SECRET_ACCESS_KEY:-${{NCLOUD_SECRET_KEY:?set it first}}}}"
signature="$(printf 'GET %s\n%s\n%s' "$request" "$moment" "$access" |
  openssl dgst -sha256 -hmac "$secret" -binary | openssl base64)"
curl --silent --show-error --globoff --path-as-is {origin}"$request" \
  --header 'accept: application/json' \
  --header 'content-type: application/json; charset=utf-8' \
  --header "x-ncp-apigw-timestamp: $moment" \
  --header "x-ncp-iam-access-key: $access" \
  --header "x-ncp-apigw-signature-v2: $signature"
)
"#
    ))
}

/// One word for the shell, whatever is in it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::{command, quoted};
    use crate::model::base_url::{BaseUrl, PUBLIC_API_URL};
    use crate::model::device::Identifier;
    use crate::model::mirror::{MirrorId, MirrorName};

    fn of(device: &str, mirror: MirrorName) -> Option<String> {
        let base = BaseUrl::parse(PUBLIC_API_URL).expect("the public URL");
        let device = Identifier::new(device).expect("a name");
        command(&base, &MirrorId::new(device, mirror))
    }

    #[test]
    fn the_default_mirror_has_no_name_in_its_request() {
        let command = of("bulb-01", MirrorName::Default).expect("a path");
        assert!(command.contains("request='/cloudiotcore/v1/devices/bulb-01/mirror'\n"));
        assert!(command.contains(r#"'https://cloudiotcore.apigw.ntruss.com'"$request" \"#));
    }

    #[test]
    fn nothing_in_a_name_reaches_the_shell() {
        let name = MirrorName::named("a'; rm -rf $HOME `x` %s \n").expect("a name");
        let command = of("$(id)", name).expect("a path");
        let request = command.lines().nth(1).expect("the request");
        assert_eq!(
            request,
            "request='/cloudiotcore/v1/devices/%24%28id%29/mirror?name=\
             a%27%3B%20rm%20-rf%20%24HOME%20%60x%60%20%25s%20%0A'"
        );
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(of("..", MirrorName::Default), None);
    }
}
