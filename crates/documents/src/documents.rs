//! Load, decide, save if nobody else did.

use std::marker::PhantomData;
use std::ops::Deref;
use std::time::Duration;

use bson::{Bson, Document, doc};
use futures::TryStreamExt;
use mongodb::options::IndexOptions;
use mongodb::{Collection, IndexModel};

use crate::error::duplicate_key;
use crate::store::{bounded, bounded_raw};
use crate::{
    Aggregate, Change, ChangeError, Decision, Error, Filter, Fingerprint, Index, Listing, Never, Slice, Store,
};

/// How often a change is decided anew because another came first.
const TRIES: u32 = 16;
/// The longest pause before the second try; it doubles from try to try, up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_millis(4);
const LONGEST_PAUSE: Duration = Duration::from_millis(120);

/// The partial index by which the relay finds what waits, in its order.
const OUTBOX_INDEX: &str = "outbox";
/// The fields that belong to this crate.
const RESERVED: [&str; 4] = ["rev", "outbox", "outbox_at", "request"];

/// A document as it is stored: the state, and the revision that an `ETag` is made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored<T> {
    /// The state.
    pub state: T,
    /// How often it has been written; 1 after its creation.
    pub rev: u64,
}

impl<T> Stored<T> {
    /// The state alone.
    pub fn into_state(self) -> T {
        self.state
    }
}

impl<T> Deref for Stored<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.state
    }
}

/// What a create found.
#[derive(Clone, Debug, PartialEq)]
pub enum Created<T> {
    /// Nothing: it was made now.
    Now(Stored<T>),
    /// The same request had made it before; this is how it stands today.
    Before(Stored<T>),
}

impl<T> Created<T> {
    /// The document, whoever made it.
    pub fn into_stored(self) -> Stored<T> {
        match self {
            Self::Now(stored) | Self::Before(stored) => stored,
        }
    }
}

/// The documents of one kind.
///
/// A command is one call: [`create`](Self::create), [`change`](Self::change) or
/// [`change_or_create`](Self::change_or_create). It makes exactly one write, which holds the new state and the
/// events that it caused, and which happens only if the document is still the one that the rule has seen. Where a rule
/// needs something else that is read, a [`look`](Self::look) beside that saves a round trip.
pub struct Documents<T> {
    collection: Collection<Document>,
    store: Store,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Documents<T> {
    fn clone(&self) -> Self {
        Self { collection: self.collection.clone(), store: self.store.clone(), kind: PhantomData }
    }
}

/// A document as it was read, with what a save needs to know of it.
struct Loaded<T> {
    state: T,
    /// The state as serde gives it, for finding what changed.
    before: Document,
    rev: u64,
}

/// What [`Documents::look`] found under an id, for a change that is decided later.
///
/// It may be stale by then, and is no less safe: a change is written only if the document is still the one that was
/// seen, or still absent. Otherwise it is read and decided anew. Only a rule that writes nothing or refuses, and
/// [`Documents::change_from`] of an absent document, answer by the look alone, as if they had run when it was taken.
pub struct Look<T: Aggregate> {
    id: T::Id,
    query: Document,
    found: Option<Loaded<T>>,
}

impl<T: Aggregate> Look<T> {
    /// The id that was looked for.
    #[must_use]
    pub fn id(&self) -> &T::Id {
        &self.id
    }

    /// The state that was found; `None` when there was none, or it was another's.
    #[must_use]
    pub fn found(&self) -> Option<&T> {
        self.found.as_ref().map(|loaded| &loaded.state)
    }

    /// The same with its revision, for a caller who changes nothing after all.
    #[must_use]
    pub fn into_stored(self) -> Option<Stored<T>> {
        self.found.map(|Loaded { state, rev, .. }| Stored { state, rev })
    }
}

impl<T: Aggregate> Documents<T> {
    /// The documents of this kind in `store`. Touches nothing; [`prepare`](Self::prepare) makes the indexes.
    #[must_use]
    pub fn new(store: &Store) -> Self {
        let collection = store.database().collection(T::COLLECTION);
        Self { collection, store: store.clone(), kind: PhantomData }
    }

    /// Make the indexes that [`Aggregate::indexes`] declares, and the one that the relay needs. Repeatable; run
    /// it at start.
    ///
    /// # Errors
    /// [`Error::Unavailable`], or [`Error::Refused`] when an index of the same name has another shape.
    pub async fn prepare(&self) -> Result<(), Error> {
        let outbox = Index::named(OUTBOX_INDEX)
            .ascending("outbox_at")
            .ascending("_id")
            .only(doc! { "outbox_at": { "$exists": true } });
        let models: Vec<_> = T::indexes().into_iter().chain([outbox]).map(model_of).collect();
        bounded(T::COLLECTION, self.collection.create_indexes(models)).await?;
        Ok(())
    }

    /// The document with this id.
    ///
    /// # Errors
    /// [`Error::Unavailable`], or [`Error::Unreadable`] when it is not one of this kind.
    pub async fn get(&self, id: T::Id) -> Result<Option<Stored<T>>, Error> {
        self.get_owned(id, Filter::any()).await
    }

    /// The document with this id if it matches `owned`: another's is absent.
    ///
    /// # Errors
    /// As [`get`](Self::get).
    pub async fn get_owned(&self, id: T::Id, owned: Filter) -> Result<Option<Stored<T>>, Error> {
        let found = self.find(owned.and_id(&id.to_string())).await?;
        found.map(stored_of).transpose()
    }

    /// How many documents match.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn count(&self, filter: Filter) -> Result<u64, Error> {
        bounded(T::COLLECTION, self.collection.count_documents(filter.into_query())).await
    }

    /// A slice of a list.
    ///
    /// # Errors
    /// As [`get`](Self::get).
    pub async fn list(&self, listing: Listing) -> Result<Slice<Stored<T>>, Error> {
        let size = listing.size();
        let mut found: Vec<Document> = bounded(T::COLLECTION, async {
            // One more than asked for tells whether there is more.
            let cursor = self
                .collection
                .find(listing.query())
                .sort(listing.sort())
                .limit(size as i64 + 1)
                .projection(doc! { "outbox": 0 })
                .await?;
            cursor.try_collect().await
        })
        .await?;
        let more = found.len() > size;
        found.truncate(size);
        let next = if more { found.last().and_then(|last| listing.position_of(last)) } else { None };
        let items = found.into_iter().map(stored_of).collect::<Result<_, _>>()?;
        Ok(Slice { items, next })
    }

    /// Create a document whose id the caller made. Repeatable: the same request again is answered with the
    /// document, and publishes nothing.
    ///
    /// # Errors
    /// [`Error::Taken`] when another request has used the id, [`Error::Duplicate`] when a unique index has the
    /// value, [`Error::TooLarge`], [`Error::Unavailable`].
    pub async fn create(
        &self,
        request: Fingerprint,
        make: impl FnOnce() -> Change<T>,
    ) -> Result<Created<T>, Error> {
        let (state, facts) = make().into_parts();
        let id = state.id();
        let mut document = self.first_document(&state, &facts)?;
        document.insert("request", request.to_bson());
        match self.insert(&id, document).await? {
            Inserted::Yes => Ok(Created::Now(Stored { state, rev: 1 })),
            Inserted::IdInUse(existing) if request.is(existing.get("request")) => {
                stored_of(existing).map(Created::Before)
            }
            Inserted::IdInUse(_) => Err(Error::Taken { collection: T::COLLECTION, id: id.to_string() }),
        }
    }

    /// Change the document with this id, if it matches `owned`. `None` means that there is none, or that it is
    /// another's.
    ///
    /// The rule is pure: it runs anew each time that another change came first. What it decides is stored by one
    /// write; [`Change::none`] writes nothing.
    ///
    /// # Errors
    /// [`ChangeError::Rule`] when the rule refuses, [`Error::Contended`] when others came first each time,
    /// [`Error::Duplicate`], [`Error::TooLarge`], [`Error::Unavailable`].
    pub async fn change<D: Decision<T>>(
        &self,
        id: T::Id,
        owned: Filter,
        rule: impl FnMut(T) -> D,
    ) -> Result<Option<Stored<T>>, ChangeError<D::Refusal>> {
        self.change_from(self.look(id, owned).await?, rule).await
    }

    /// As [`change`](Self::change), for a caller who means a certain revision: `seen` says whether it is the one
    /// (`|rev| if_match.check(rev).is_ok()`).
    ///
    /// # Errors
    /// As [`change`](Self::change), and [`Error::Stale`] when the document is at another revision.
    pub async fn change_if<D: Decision<T>>(
        &self,
        id: T::Id,
        owned: Filter,
        seen: impl Fn(u64) -> bool,
        rule: impl FnMut(T) -> D,
    ) -> Result<Option<Stored<T>>, ChangeError<D::Refusal>> {
        self.decide(self.look(id, owned).await?, seen, || None, rule).await
    }

    /// As [`change`](Self::change), where a document that does not exist yet is `initial()`. `None` means that it
    /// is another's.
    ///
    /// # Errors
    /// As [`change`](Self::change).
    pub async fn change_or_create<D: Decision<T>>(
        &self,
        id: T::Id,
        owned: Filter,
        initial: impl FnMut() -> T,
        rule: impl FnMut(T) -> D,
    ) -> Result<Option<Stored<T>>, ChangeError<D::Refusal>> {
        self.change_or_create_from(self.look(id, owned).await?, initial, rule).await
    }

    /// Read the document with this id, if it matches `owned`, before what decides about it is known: side by side
    /// with what the rule needs. [`change_from`](Self::change_from) and
    /// [`change_or_create_from`](Self::change_or_create_from) take it from there.
    ///
    /// # Errors
    /// As [`get`](Self::get).
    pub async fn look(&self, id: T::Id, owned: Filter) -> Result<Look<T>, Error> {
        let query = owned.and_id(&id.to_string());
        let found = self.load(&query).await?;
        Ok(Look { id, query, found })
    }

    /// As [`change`](Self::change), of a document that was looked at before: the first try reads nothing.
    ///
    /// # Errors
    /// As [`change`](Self::change).
    pub async fn change_from<D: Decision<T>>(
        &self,
        look: Look<T>,
        rule: impl FnMut(T) -> D,
    ) -> Result<Option<Stored<T>>, ChangeError<D::Refusal>> {
        self.decide(look, |_| true, || None, rule).await
    }

    /// As [`change_or_create`](Self::change_or_create), of a document that was looked at before: the first try reads
    /// nothing.
    ///
    /// # Errors
    /// As [`change`](Self::change).
    pub async fn change_or_create_from<D: Decision<T>>(
        &self,
        look: Look<T>,
        mut initial: impl FnMut() -> T,
        rule: impl FnMut(T) -> D,
    ) -> Result<Option<Stored<T>>, ChangeError<D::Refusal>> {
        self.decide(look, |_| true, || Some(initial()), rule).await
    }

    /// Remove the document with this id, if it matches `owned` and nothing in it waits to be published.
    /// Repeatable: answers whether it was there.
    ///
    /// # Errors
    /// [`Error::Contended`] while the relay has not published its events, [`Error::Unavailable`].
    pub async fn remove(&self, id: T::Id, owned: Filter) -> Result<bool, Error> {
        let query = owned.and_id(&id.to_string());
        for tried in 0..TRIES {
            let mut settled = query.clone();
            settled.insert("outbox_at", doc! { "$exists": false });
            let removed = bounded(T::COLLECTION, self.collection.delete_one(settled)).await?;
            if removed.deleted_count == 1 {
                return Ok(true);
            }
            if self.find(query.clone()).await?.is_none() {
                return Ok(false);
            }
            self.store.wake_relay();
            self.pause(tried).await;
        }
        Err(Error::Contended { collection: T::COLLECTION, id: id.to_string(), tries: TRIES })
    }

    async fn decide<D: Decision<T>>(
        &self,
        look: Look<T>,
        seen: impl Fn(u64) -> bool,
        mut initial: impl FnMut() -> Option<T>,
        mut rule: impl FnMut(T) -> D,
    ) -> Result<Option<Stored<T>>, ChangeError<D::Refusal>> {
        let Look { id, query, mut found } = look;
        let key = id.to_string();
        for tried in 0..TRIES {
            let saved = match found {
                Some(loaded) => {
                    if !seen(loaded.rev) {
                        return Err(self.stale(&id, loaded.rev).into());
                    }
                    let change = rule(loaded.state).decided().map_err(ChangeError::Rule)?;
                    self.save(&id, query.clone(), loaded.before, loaded.rev, change).await?
                }
                None => {
                    let Some(state) = initial() else { return Ok(None) };
                    let change = rule(state).decided().map_err(ChangeError::Rule)?;
                    match self.save_first(&id, change).await? {
                        // Somebody made it meanwhile: decide on theirs, unless it is not ours to see.
                        None if self.find(query.clone()).await?.is_none() => return Ok(None),
                        saved => saved,
                    }
                }
            };
            if let Some(stored) = saved {
                return Ok(Some(stored));
            }
            self.pause(tried).await;
            found = self.load(&query).await?;
        }
        Err(Error::Contended { collection: T::COLLECTION, id: key, tries: TRIES }.into())
    }

    /// Save a change of the document of this `query` that is at `rev`; `None` when it no longer is.
    async fn save(
        &self,
        id: &T::Id,
        mut query: Document,
        before: Document,
        rev: u64,
        change: Change<T>,
    ) -> Result<Option<Stored<T>>, Error> {
        if change.is_none() {
            return Ok(Some(Stored { state: change.into_parts().0, rev }));
        }
        let (state, facts) = change.into_parts();
        let next = rev + 1;
        let mut update = difference(before, self.fields_of(&state)?);
        let outbox = self.store.outbox_of::<T>(id, next, &facts)?;
        let publishes = !outbox.is_empty();
        outbox.add_to_update(&mut update);
        let set = update.entry("$set".to_owned()).or_insert_with(|| Bson::Document(Document::new()));
        if let Bson::Document(set) = set {
            set.insert("rev", stored_rev(next));
        }

        query.insert("rev", stored_rev(rev));
        let written = bounded_raw(self.collection.update_one(query, update)).await?;
        let matched = written.map_err(|error| self.write_error(error))?.matched_count;
        if matched == 0 {
            return Ok(None);
        }
        self.committed(publishes);
        Ok(Some(Stored { state, rev: next }))
    }

    /// Save the first change of a document; `None` when somebody else has made it meanwhile.
    async fn save_first(&self, id: &T::Id, change: Change<T>) -> Result<Option<Stored<T>>, Error> {
        if change.is_none() {
            return Ok(Some(Stored { state: change.into_parts().0, rev: 0 }));
        }
        let (state, facts) = change.into_parts();
        let document = self.first_document(&state, &facts)?;
        match self.insert(id, document).await? {
            Inserted::Yes => Ok(Some(Stored { state, rev: 1 })),
            Inserted::IdInUse(_) => Ok(None),
        }
    }

    fn first_document(&self, state: &T, facts: &[events::Fact]) -> Result<Document, Error> {
        let id = state.id();
        let mut document = doc! { "_id": id.to_string(), "rev": 1_i64 };
        document.extend(self.fields_of(state)?);
        self.store.outbox_of::<T>(&id, 1, facts)?.add_to_document(&mut document);
        Ok(document)
    }

    async fn insert(&self, id: &T::Id, document: Document) -> Result<Inserted, Error> {
        let publishes = document.contains_key("outbox_at");
        match bounded_raw(self.collection.insert_one(document)).await? {
            Ok(_) => {
                self.committed(publishes);
                Ok(Inserted::Yes)
            }
            Err(error) if duplicate_key(&error).is_some() => {
                match self.find(doc! { "_id": id.to_string() }).await? {
                    Some(existing) => {
                        tracing::debug!(collection = T::COLLECTION, %id, "the id is in use");
                        Ok(Inserted::IdInUse(existing))
                    }
                    None => Err(self.write_error(error)),
                }
            }
            Err(error) => Err(self.write_error(error)),
        }
    }

    fn committed(&self, publishes: bool) {
        bus::failpoint::step("documents.committed");
        if publishes {
            self.store.wake_relay();
        }
    }

    fn write_error(&self, error: mongodb::error::Error) -> Error {
        let duplicate = duplicate_key(&error).and_then(|message| {
            T::indexes().into_iter().map(|index| index.name).find(|name| names_index(message, name))
        });
        match duplicate {
            Some(index) => Error::Duplicate { collection: T::COLLECTION, index },
            None => Error::of_driver(T::COLLECTION, error),
        }
    }

    fn stale(&self, id: &T::Id, current: u64) -> Error {
        Error::Stale { collection: T::COLLECTION, id: id.to_string(), current }
    }

    async fn load(&self, query: &Document) -> Result<Option<Loaded<T>>, Error> {
        self.find(query.clone()).await?.map(loaded_of).transpose()
    }

    async fn find(&self, query: Document) -> Result<Option<Document>, Error> {
        bounded(T::COLLECTION, self.collection.find_one(query).projection(doc! { "outbox": 0 })).await
    }

    /// The state's own fields, without `_id`.
    fn fields_of(&self, state: &T) -> Result<Document, Error> {
        let fields = fields_of(state)?;
        let bytes = bson::serialize_to_vec(&fields).map_err(unstorable::<T>)?.len();
        if bytes > T::MAX_BYTES {
            let id = state.id().to_string();
            return Err(Error::TooLarge { collection: T::COLLECTION, id, bytes, limit: T::MAX_BYTES });
        }
        Ok(fields)
    }

    /// Wait a random part of a pause that doubles from try to try.
    async fn pause(&self, tried: u32) {
        let longest = FIRST_PAUSE.saturating_mul(1 << tried.min(10)).min(LONGEST_PAUSE);
        tokio::time::sleep(self.store.jitter(longest)).await;
    }
}

/// What came of an insert.
enum Inserted {
    Yes,
    IdInUse(Document),
}

impl Error {
    /// The error of a command whose rule refuses nothing.
    #[must_use]
    pub fn of_change(error: ChangeError<Never>) -> Self {
        match error {
            ChangeError::Store(error) => error,
            ChangeError::Rule(never) => match never {},
        }
    }
}

fn model_of(index: Index) -> IndexModel {
    let options = IndexOptions::builder()
        .name(index.name.to_owned())
        .unique(index.unique.then_some(true))
        .partial_filter_expression(index.only)
        .build();
    IndexModel::builder().keys(index.keys).options(options).build()
}

/// Whether the server's message names this index: `... index: by_lemma dup key: ...`.
fn names_index(message: &str, name: &str) -> bool {
    message
        .split(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == '-'))
        .any(|word| word == name)
}

/// BSON has no unsigned numbers. Nothing is written 2^63 times.
fn stored_rev(rev: u64) -> i64 {
    i64::try_from(rev).unwrap_or(i64::MAX)
}

fn unstorable<T: Aggregate>(source: bson::error::Error) -> Error {
    Error::Unstorable { collection: T::COLLECTION, source: Box::new(source) }
}

fn fields_of<T: Aggregate>(state: &T) -> Result<Document, Error> {
    let mut fields = bson::serialize_to_document(state).map_err(unstorable::<T>)?;
    if let Some(reserved) = RESERVED.iter().find(|name| fields.contains_key(**name)) {
        let source = format!("the state has a field `{reserved}`, which belongs to the store").into();
        return Err(Error::Unstorable { collection: T::COLLECTION, source });
    }
    fields.remove("_id");
    Ok(fields)
}

fn read<T: Aggregate>(mut document: Document) -> Result<(T, u64), Error> {
    let id = document.get_str("_id").unwrap_or_default().to_owned();
    let unreadable = |source| Error::Unreadable { collection: T::COLLECTION, id: id.clone(), source };
    let rev = document.get_i64("rev").map_err(|source| unreadable(source.into()))?.unsigned_abs();
    for name in RESERVED {
        document.remove(name);
    }
    let state = bson::deserialize_from_document(document).map_err(|source| unreadable(source.into()))?;
    Ok((state, rev))
}

fn stored_of<T: Aggregate>(document: Document) -> Result<Stored<T>, Error> {
    let (state, rev) = read(document)?;
    Ok(Stored { state, rev })
}

fn loaded_of<T: Aggregate>(document: Document) -> Result<Loaded<T>, Error> {
    let (state, rev) = read(document)?;
    let before = fields_of(&state)?;
    Ok(Loaded { state, before, rev })
}

/// The update that turns one state into another. A field that this release does not know stays as it is: during
/// a roll-out the next release may already have written it.
fn difference(mut before: Document, after: Document) -> Document {
    let mut set = Document::new();
    for (name, value) in after {
        if before.remove(&name).as_ref() != Some(&value) {
            set.insert(name, value);
        }
    }
    let unset: Document = before.into_iter().map(|(name, _)| (name, Bson::Int32(1))).collect();
    let mut update = doc! { "$set": set };
    if !unset.is_empty() {
        update.insert("$unset", unset);
    }
    update
}
