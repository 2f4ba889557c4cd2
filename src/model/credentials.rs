//! The key pair that signs requests.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

/// An access key and its secret. Neither `Debug` nor any other way of printing shows more than the
/// last four characters of the access key.
#[derive(Clone)]
pub struct Credentials {
    access_key: String,
    secret_key: SecretString,
}

impl Credentials {
    /// Takes both texts as they are; lengths differ between generations of keys.
    #[must_use]
    pub fn new(access_key: impl Into<String>, secret_key: impl Into<String>) -> Self {
        Self {
            access_key: access_key.into(),
            secret_key: SecretString::from(secret_key.into()),
        }
    }

    /// The whole access key, for the request header only.
    #[must_use]
    pub fn access_key(&self) -> &str {
        &self.access_key
    }

    /// The secret's text, for the signature only.
    #[must_use]
    pub fn expose_secret(&self) -> &str {
        self.secret_key.expose_secret()
    }

    /// `…0001`: the last four characters, or only dots for a key so short that they would be most
    /// of it.
    #[must_use]
    pub fn key_tail(&self) -> String {
        let characters: Vec<char> = self.access_key.chars().collect();
        match characters.len() {
            ..8 => "…".to_owned(),
            length => format!("…{}", characters[length - 4..].iter().collect::<String>()),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Credentials({}, ***)", self.key_tail())
    }
}

#[cfg(test)]
mod tests {
    use super::Credentials;

    #[test]
    fn debug_shows_four_characters_and_no_secret() {
        let keys = Credentials::new("EXAMPLEACCESSKEY0001", "ExampleSecret");
        assert_eq!(format!("{keys:?}"), "Credentials(…0001, ***)");
        assert_eq!(
            format!("{:?}", Credentials::new("short", "s")),
            "Credentials(…, ***)"
        );
    }
}
