//! Marked points of an action, at which a test may cut it off as a crash would.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// A point between two steps of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Point {
    /// The journal says what is meant.
    Intended,
    /// The copy is in the trash.
    Copied,
    /// The request had its answer, or none.
    Answered,
    /// The mirror was looked at.
    Looked,
    /// The journal says how it ended.
    Ended,
}

impl Point {
    /// Every point with its name, in the order in which an action meets them.
    pub const ALL: [(&'static str, Self); 5] = [
        ("intended", Self::Intended),
        ("copied", Self::Copied),
        ("answered", Self::Answered),
        ("looked", Self::Looked),
        ("ended", Self::Ended),
    ];
}

/// No point bears this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no such point")]
pub struct UnknownPoint;

impl FromStr for Point {
    type Err = UnknownPoint;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let mut points = Self::ALL.into_iter();
        let found = points.find(|(known, _)| *known == name);
        found.map(|(_, point)| point).ok_or(UnknownPoint)
    }
}

/// Decides at each point whether the action goes on. Outside tests it always does.
#[derive(Clone, Default)]
pub struct Points(Option<Arc<dyn Fn(Point) -> bool + Send + Sync>>);

impl Points {
    /// Asks `goes_on` at each point; an action that does not go on never ends.
    #[must_use]
    pub fn asking(goes_on: impl Fn(Point) -> bool + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(goes_on)))
    }

    /// The action is at a point.
    pub(super) async fn at(&self, point: Point) {
        if let Some(goes_on) = &self.0
            && !goes_on(point)
        {
            std::future::pending::<()>().await;
        }
    }
}

impl fmt::Debug for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let asked = if self.0.is_some() { "asking" } else { "none" };
        write!(f, "Points({asked})")
    }
}
