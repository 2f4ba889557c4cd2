//! The operations as methods: build, sign, send, read the reply.

mod attempt;
mod budget;
mod call;
mod correction;
mod exchange;
mod gate;
mod off_thread;
pub mod policy;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use budget::Budget;
pub use call::Call;
use correction::Correction;
use gate::{Gate, Rank};

use super::clock::Clock;
use super::request::Operation;
use super::response;
use super::transport::Transport;
use super::wire::WireResponse;
use crate::model::base_url::BaseUrl;
use crate::model::credentials::Credentials;
use crate::model::delete::{DeleteOrder, DeleteReceipt, Look};
use crate::model::device::{DeviceDetail, DeviceName, DevicePage, SearchBy};
use crate::model::error::ApiError;
use crate::model::mirror::{
    MirrorDocument, MirrorId, MirrorList, MirrorName, MirrorRead, MirrorReading, MirrorUpdate,
};
use crate::model::traffic::Traffic;

/// The page size that the service uses unless asked (`iot-cloudiotcore-getdevicelist`).
const DEFAULT_PAGE_SIZE: u32 = 10;
/// How long a list may lag behind a deletion before the one re-check (API reference, 12.27).
const LIST_LAG: Duration = Duration::from_millis(300);

/// Speaks to the service over a transport. A clone shares the limit of requests in flight and what
/// was learnt.
#[derive(Clone)]
pub struct Client<T: Transport> {
    transport: T,
    shared: Arc<Shared>,
    /// Who its requests have to wait for.
    rank: Rank,
    /// Who follows its requests.
    call: Call,
    /// A random number from 0 to 1, for the waits between attempts.
    draw: Arc<dyn Fn() -> f64 + Send + Sync>,
}

struct Shared {
    prefix: String,
    credentials: Credentials,
    clock: Clock,
    gate: Arc<Gate>,
    /// The largest page that the service may be asked for.
    page_size: AtomicU32,
    read_only: bool,
    budget: Budget,
    correction: Correction,
}

impl<T: Transport> Client<T> {
    /// Makes a client.
    ///
    /// * `in_flight` - the most requests that wait for each other on the wire at the same time, at
    ///   least one. It starts with four, adapts to what the service bears, and goes up to this. A
    ///   change never waits for a read, unless it is done in the background.
    /// * `read_only` - nothing but GET leaves, whoever asks.
    #[must_use]
    pub fn new(
        transport: T,
        base: &BaseUrl,
        credentials: Credentials,
        clock: Clock,
        in_flight: usize,
        read_only: bool,
    ) -> Self {
        Self {
            transport,
            rank: Rank::Shown,
            call: Call::default(),
            draw: Arc::new(fastrand::f64),
            shared: Arc::new(Shared {
                prefix: base.prefix().to_owned(),
                credentials,
                clock,
                gate: Arc::new(Gate::new(u32::try_from(in_flight).unwrap_or(u32::MAX))),
                page_size: AtomicU32::new(u32::MAX),
                read_only,
                budget: Budget::default(),
                correction: Correction::default(),
            }),
        }
    }

    /// Draws the waits between attempts from another source, for tests.
    ///
    /// * `draw` - a number from 0 (no wait) to 1 (the longest).
    #[must_use]
    pub fn with_jitter(self, draw: impl Fn() -> f64 + Send + Sync + 'static) -> Self {
        Self {
            draw: Arc::new(draw),
            ..self
        }
    }

    /// The same client for what a deletion waits for: its reads do not wait for a turn. In the
    /// background they do, as the deletions there do.
    #[must_use]
    pub fn ahead(&self) -> Self {
        let rank = match self.rank {
            Rank::Background => Rank::Background,
            Rank::Ahead | Rank::Shown => Rank::Ahead,
        };
        Self {
            rank,
            ..self.clone()
        }
    }

    /// The same client for work in the background: its requests, changes too, wait while somebody
    /// who looks at the screen waits, and are patient with a service that refuses for its load.
    #[must_use]
    pub fn background(&self) -> Self {
        Self {
            rank: Rank::Background,
            ..self.clone()
        }
    }

    /// The limit of requests in flight and what goes through it.
    #[must_use]
    pub fn traffic(&self) -> Traffic {
        self.shared.gate.traffic(self.shared.clock.now_ms())
    }

    /// One page of all devices; `page` counts from 0. The service may answer with fewer rows than
    /// `size`: its word about the page is in the result.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn list_devices(&self, page: u64, size: u32) -> Result<DevicePage, ApiError> {
        self.page(page, size, |size| Operation::ListDevices { page, size })
            .await
    }

    /// One page of the devices that match; otherwise as [`Self::list_devices`].
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn search_devices(
        &self,
        by: SearchBy,
        keyword: &str,
        page: u64,
        size: u32,
    ) -> Result<DevicePage, ApiError> {
        self.page(page, size, |size| Operation::SearchDevices {
            by,
            keyword: keyword.to_owned(),
            page,
            size,
        })
        .await
    }

    /// The largest page is not documented. A size refused on the first page is asked once more as
    /// the service's own, and kept there if that helps; on a later page another size would skip
    /// rows.
    async fn page(
        &self,
        page: u64,
        size: u32,
        operation: impl Fn(u32) -> Operation,
    ) -> Result<DevicePage, ApiError> {
        let size = size.min(self.shared.page_size.load(Ordering::Relaxed));
        let read = async |size| {
            let (reply, asked) = self.exchange(&operation(size)).await?;
            off_thread::read(reply, move |reply| {
                response::device_page(reply, asked, page)
            })
            .await
        };
        match read(size).await {
            Err(ApiError::Refused(refusal))
                if refusal.status == 400 && page == 0 && size > DEFAULT_PAGE_SIZE =>
            {
                let devices = read(DEFAULT_PAGE_SIZE)
                    .await
                    .map_err(|_| ApiError::Refused(refusal))?;
                self.shared
                    .page_size
                    .store(DEFAULT_PAGE_SIZE, Ordering::Relaxed);
                Ok(devices)
            }
            other => other,
        }
    }

    /// One device with its properties.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn view_device(&self, device: &DeviceName) -> Result<DeviceDetail, ApiError> {
        let operation = Operation::ViewDevice(device.clone());
        let (reply, asked) = self.exchange(&operation).await?;
        let device = device.clone();
        off_thread::read(reply, move |reply| {
            response::device_detail(reply, asked, &device)
        })
        .await
    }

    /// The named mirrors of a device. Where the service says that there is nothing, the device is
    /// looked at: if it stands, it has no named mirror (API reference, 12.22).
    ///
    /// # Errors
    /// See [`ApiError`]; the service's word when the device is gone.
    pub async fn list_mirrors(&self, device: &DeviceName) -> Result<MirrorList, ApiError> {
        let operation = Operation::ListMirrors(device.clone());
        let (reply, asked) = self.exchange(&operation).await?;
        let list = off_thread::read(reply, move |reply| response::mirror_list(reply, asked));
        match list.await {
            Err(ApiError::Refused(refusal)) if refusal.means_absent() => {
                match self.view_device(device).await {
                    Ok(_) => Ok(MirrorList::default()),
                    Err(ApiError::Refused(check)) if check.means_absent() => {
                        Err(ApiError::Refused(refusal))
                    }
                    Err(check) => Err(check),
                }
            }
            other => other,
        }
    }

    /// One mirror, compared and ready to be shown. Where the service says that there is no such named
    /// mirror, the device is looked at: it may be the device that has gone.
    ///
    /// # Errors
    /// See [`ApiError`]; that there is no such mirror is no error, but that there is no such device is
    /// the service's word about it.
    pub async fn view_mirror(&self, target: &MirrorId) -> Result<MirrorRead, ApiError> {
        match self.view_strictly(target).await {
            Err(ApiError::Refused(refusal))
                if target.mirror == MirrorName::Default
                    && response::may_mean_no_default(&refusal) =>
            {
                Ok(MirrorRead::Absent)
            }
            other => other,
        }
    }

    /// As [`Self::view_mirror`] for those who say that a mirror is not there: absent only by words
    /// that leave no doubt.
    ///
    /// # Errors
    /// See [`Self::view_mirror`]; also for an error that may or may not stand for "no default mirror".
    pub async fn view_strictly(&self, target: &MirrorId) -> Result<MirrorRead, ApiError> {
        match self.read_mirror(target).await {
            // Devices without a default mirror are common, and the list tells when they are gone.
            Ok(MirrorRead::Absent) if target.mirror != MirrorName::Default => {
                match self.view_device(&target.device).await {
                    Err(ApiError::Refused(refusal)) if refusal.means_absent() => {
                        Err(ApiError::Refused(refusal))
                    }
                    _ => Ok(MirrorRead::Absent),
                }
            }
            other => other,
        }
    }

    /// Absent only by words that leave no doubt, be it the mirror or its device.
    async fn read_mirror(&self, target: &MirrorId) -> Result<MirrorRead, ApiError> {
        let operation = Operation::ViewMirror(target.clone());
        let (reply, asked) = self.exchange(&operation).await?;
        let name = target.mirror.clone();
        let read = move |reply: &WireResponse| {
            let found = response::mirror(reply, asked, &name)?;
            Ok(found.map_or(MirrorRead::Absent, |document| {
                MirrorRead::Found(Arc::new(MirrorReading::new(document, asked.now_ms)))
            }))
        };
        off_thread::read(reply, read).await
    }

    /// Changes a mirror, or creates it.
    ///
    /// # Errors
    /// See [`ApiError`]; after [`ApiError::NoAnswer`] and [`ApiError::Unreadable`] the change may
    /// have happened.
    pub async fn update_mirror(
        &self,
        target: &MirrorId,
        update: &MirrorUpdate,
    ) -> Result<MirrorDocument, ApiError> {
        let operation = Operation::UpdateMirror {
            target: target.clone(),
            update: update.clone(),
        };
        let (reply, asked) = self.exchange(&operation).await?;
        off_thread::read(reply, move |reply| response::updated(reply, asked)).await
    }

    /// Deletes a mirror; sent again only where it surely did nothing (see [`policy`]).
    ///
    /// # Errors
    /// See [`ApiError`]; what an error allows to be said is for
    /// [`crate::model::outcome::judge_answer`].
    pub async fn delete_mirror(&self, order: &DeleteOrder) -> Result<DeleteReceipt, ApiError> {
        let operation = Operation::DeleteMirror {
            target: order.target.clone(),
            version: order.version,
            token: order.token.clone(),
        };
        let (reply, asked) = self.exchange(&operation).await?;
        off_thread::read(reply, move |reply| response::receipt(reply, asked)).await
    }

    /// Looks at a mirror after a DELETE without a clear answer.
    ///
    /// The absence of a named mirror is confirmed by the list. A list that still has it may only
    /// lag, so the mirror is viewed once more, and the view is believed: it reads the mirror
    /// itself, and the list is a copy of unknown age. For the default mirror, which no list names,
    /// the device is viewed: the same words may mean that it is the device which has gone.
    ///
    /// # Errors
    /// See [`ApiError`]; nothing is known then.
    pub async fn look(&self, target: &MirrorId) -> Result<Look, ApiError> {
        if let MirrorRead::Found(reading) = self.read_mirror(target).await? {
            return Ok(Look::Standing(reading));
        }
        if target.mirror == MirrorName::Default {
            // The service has said that it is not there; the device only tells why.
            return Ok(match self.view_device(&target.device).await {
                Err(ApiError::Refused(refusal)) if refusal.means_absent() => Look::DeviceGone,
                _ => Look::Gone,
            });
        }
        match self.list_mirrors(&target.device).await {
            Ok(list) if !list.names.contains(&target.mirror) => return Ok(Look::Gone),
            Ok(_) => {}
            Err(ApiError::Refused(refusal)) if refusal.means_absent() => {
                return Ok(Look::DeviceGone);
            }
            Err(error) => return Err(error),
        }
        tokio::time::sleep(LIST_LAG).await;
        match self.read_mirror(target).await? {
            MirrorRead::Found(reading) => Ok(Look::Standing(reading)),
            MirrorRead::Absent => Ok(Look::Gone),
        }
    }
}
