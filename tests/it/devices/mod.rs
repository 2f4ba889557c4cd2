//! The devices pane over a service that is played by the test, reply by reply.

mod find;
mod scope;
mod window;
mod window_model;

use mirrordeck::app::devices::{Query, Spot};
use mirrordeck::app::effect::{Effect, Rank};
use mirrordeck::app::message::{Answer, Message, RequestId, Wake};
use mirrordeck::i18n::Text;
use mirrordeck::model::device::{DevicePage, Listing, PageInfo, SearchBy};
use mirrordeck::model::error::{ApiError, NoAnswer};

use crate::support::fixtures::{Bench, device, empty_state};

/// A question for a page that nobody has answered yet.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    request: RequestId,
    listing: Listing,
    page: u64,
    rank: Rank,
}

/// A service with some devices, and a program that asks it.
struct Yard {
    bench: Bench,
    fleet: Vec<(String, String)>,
    /// Rows in a full page.
    size: u64,
    open: Vec<Asked>,
    /// Everything that was ever asked.
    pages: Vec<(Listing, u64)>,
}

fn no_answer() -> ApiError {
    ApiError::NoAnswer {
        why: NoAnswer::TimedOut,
        cause: Text::verbatim("20 s passed"),
    }
}

impl Yard {
    /// So many devices named `device-00000` and on; the program has just begun.
    fn new(devices: usize, size: u64) -> Self {
        let name = |nth| (format!("device-{nth:05}"), format!("hall {}", nth % 7));
        let mut yard = Self {
            bench: Bench {
                state: empty_state(120, 36),
                effects: vec![],
            },
            fleet: (0..devices).map(name).collect(),
            size,
            open: vec![],
            pages: vec![],
        };
        yard.send(Message::Started);
        yard
    }

    /// As `new`, and everything that is asked is answered.
    fn open(devices: usize, size: u64) -> Self {
        let mut yard = Self::new(devices, size);
        yard.settle();
        yard
    }

    fn send(&mut self, message: Message) -> &mut Self {
        self.bench.send(message);
        self.sort();
        self
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        self.bench.press(keys);
        self.sort();
        self
    }

    /// The user pauses, and the service is asked for what was typed.
    fn pause(&mut self) -> &mut Self {
        let query = self.bench.state.devices.asked_for;
        self.send(Message::Woke(Wake::Queried(query)))
    }

    fn sort(&mut self) {
        for effect in std::mem::take(&mut self.bench.effects) {
            match effect {
                Effect::ListDevices {
                    request,
                    listing,
                    page,
                    rank,
                } => {
                    self.pages.push((listing.clone(), page));
                    self.open.push(Asked {
                        request,
                        listing,
                        page,
                        rank,
                    });
                }
                Effect::Abandon { request } => self.open.retain(|asked| asked.request != request),
                _ => {}
            }
        }
    }

    /// The page as the service would cut it out now.
    fn page(&self, listing: &Listing, number: u64) -> DevicePage {
        let rows: Vec<_> = self
            .fleet
            .iter()
            .filter(|(name, description)| match listing {
                Listing::All => true,
                Listing::Search { by, keyword } => match by {
                    SearchBy::Name => name.contains(&**keyword),
                    SearchBy::Description => description.contains(&**keyword),
                    SearchBy::Property => name.ends_with('7'),
                },
            })
            .collect();
        let (total, size) = (rows.len() as u64, self.size);
        let first = usize::try_from(number * size).unwrap();
        let rows = rows.into_iter().skip(first);
        let rows = rows.take(usize::try_from(size).unwrap());
        DevicePage {
            devices: rows
                .map(|(name, description)| device(name, description))
                .collect(),
            unnamed: 0,
            page: Some(PageInfo {
                number,
                size,
                total_elements: total,
                total_pages: total.div_ceil(size),
            }),
        }
    }

    /// Answers one of the open questions.
    fn answer(&mut self, nth: usize) -> &mut Self {
        let asked = self.open.remove(nth);
        let page = self.page(&asked.listing, asked.page);
        self.bench.answer(asked.request, Answer::Devices(Ok(page)));
        self.sort();
        self
    }

    /// One of the open questions fails.
    fn fail(&mut self, nth: usize) -> &mut Self {
        let asked = self.open.remove(nth);
        let answer = Answer::Devices(Err(no_answer()));
        self.bench.answer(asked.request, answer);
        self.sort();
        self
    }

    /// Answers everything that is asked, however often.
    fn settle(&mut self) -> &mut Self {
        let mut answers = 0;
        while !self.open.is_empty() {
            self.answer(0);
            answers += 1;
            assert!(answers < 5_000, "it asks without end: {:?}", self.open);
        }
        self
    }

    /// Pages of all devices that were asked for since the last look.
    fn asked(&mut self) -> Vec<u64> {
        let pages = std::mem::take(&mut self.pages).into_iter();
        pages.map(|(_, page)| page).collect()
    }

    fn selected(&self) -> &str {
        self.bench.selected_device()
    }

    fn query(&self) -> &Query {
        self.bench.state.devices.query()
    }

    /// The names in view, `…` where a row was not read.
    fn in_view(&self) -> Vec<String> {
        let state = &self.bench.state;
        let first = state.devices.cursor.offset;
        let rows = first..first + state.size.device_rows();
        rows.map_while(|place| state.devices.spot(place))
            .map(|spot| match spot {
                Spot::Device(row) => row.raw().to_owned(),
                Spot::Waiting => "…".to_owned(),
                Spot::Failed => "⚠".to_owned(),
                Spot::Unnamed => "?".to_owned(),
            })
            .collect()
    }

    fn marked(&self) -> usize {
        self.bench.state.marks.device_count()
    }
}
