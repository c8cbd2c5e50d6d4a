//! What pii itself keeps of a person goes straight into the archive of an export, and never lies open in the bucket. The
//! archive is sealed under the person's own key: when the key goes, so does every archive.

use super::{noting::note, opening::data_key, take_intake::person};
use crate::{
    App, NAME,
    domain::{
        access::{Operation, Purpose},
        audit::{self, Access},
        field::{Field, PersonalField},
        sealing::may_seal,
    },
    store::{consents, own_part, pending_addresses, people},
};
use anyhow::Context;
use chrono::{DateTime, Utc};
use events::pii::{Actor, ActorKind, Holding};
use ids::{ExportId, UserId};
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use sqlx::PgConnection;
use subject::{Entry, Table};
use zeroize::Zeroizing;

/// The part of pii.
pub(super) struct OwnPart {
    /// Its files.
    pub(super) entries: Vec<Entry>,
    /// What is in it.
    pub(super) held: Vec<Holding>,
}

/// Everything that pii keeps of `user`, opened.
pub(super) async fn own_part(
    app: &App,
    connection: &mut PgConnection,
    user: UserId,
) -> anyhow::Result<OwnPart> {
    let fields = open_fields(app, connection, user).await?;
    let field =
        |one: &PersonalField| json!({ "field": one.field.name(), "value": one.value.expose_secret() });
    let tables = [
        Table::of("fields", fields.iter().map(field))?,
        Table::of("teacher_students", own_part::links(connection, user).await?)?,
        Table::of("accesses", read_by(connection, user).await?)?,
        Table::of("consents", agreed_to(connection, user).await?)?,
    ];
    let mut part = OwnPart { entries: Vec::new(), held: Vec::new() };
    for table in tables {
        part.held.push(Holding { name: table.name.clone(), count: i64::try_from(table.len())? });
        part.entries.push(Entry { path: format!("{NAME}/{}.json", table.name), bytes: table.json()? });
        part.entries.push(Entry { path: format!("{NAME}/{}.csv", table.name), bytes: table.csv()? });
    }
    Ok(part)
}

async fn open_fields(
    app: &App,
    connection: &mut PgConnection,
    user: UserId,
) -> anyhow::Result<Vec<PersonalField>> {
    let Some(person) = people::lock(connection, user).await? else { return Ok(Vec::new()) };
    let key = data_key(app, user, &person.key)?;
    let sealed = own_part::fields(connection, user).await?;
    let open = |one: own_part::SealedField| {
        Ok(PersonalField { field: one.field, value: key.open(one.field, &one.sealed)? })
    };
    let fields: anyhow::Result<Vec<_>> = sealed.into_iter().map(open).collect();
    let mut fields = fields?;
    for (_, pending) in pending_addresses::of(connection, &[user]).await? {
        let value = key.open_pending(pending.request, &pending.sealed)?;
        fields.push(PersonalField { field: Field::PendingEmail, value });
    }
    Ok(fields)
}

/// Who asked for their data, and what came of it.
async fn read_by(connection: &mut PgConnection, user: UserId) -> anyhow::Result<Vec<Value>> {
    let row = |link: own_part::Link| -> anyhow::Result<Value> {
        let access = audit::read_link(link.format, &link.bytes).context("a link of the access log")?;
        Ok(json!({
            "accessedAt": access.accessed_at,
            "actor": access.actor.id,
            "role": access.actor.role,
            "fields": access.fields,
            "purpose": access.purpose,
            "decision": access.decision,
            "causeId": access.cause_id,
        }))
    };
    own_part::accesses(connection, user).await?.into_iter().map(row).collect()
}

/// What they, and who answers for them, agreed to.
async fn agreed_to(connection: &mut PgConnection, user: UserId) -> anyhow::Result<Vec<Value>> {
    let row = |consent: consents::Consent| {
        json!({
            "document": consent.document,
            "version": consent.version,
            "decision": consent.decision,
            "saidBy": consent.said_by,
            "how": consent.how,
            "recordedBy": consent.recorded_by,
            "saidAt": consent.said_at,
        })
    };
    Ok(consents::of(connection, user).await?.into_iter().map(row).collect())
}

/// Seals an archive under the person's key, which they get now if they have none.
pub(super) async fn seal_archive(
    app: &App,
    connection: &mut PgConnection,
    user: UserId,
    export: ExportId,
    opened: &[u8],
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<u8>> {
    let person = person(app, connection, user, now).await?;
    let seals = may_seal(person.seals, 1)?;
    let sealed = data_key(app, user, &person.key)?.seal_archive(export, opened, &*app.random);
    people::touch(connection, user, seals).await?;
    Ok(sealed)
}

/// Opens an archive.
pub(super) async fn unseal_archive(
    app: &App,
    connection: &mut PgConnection,
    user: UserId,
    export: ExportId,
    sealed: &[u8],
) -> anyhow::Result<Zeroizing<Vec<u8>>> {
    let person = people::lock(connection, user).await?.context("an archive without a person")?;
    Ok(data_key(app, user, &person.key)?.open_archive(export, sealed)?)
}

/// Notes that `actor` gets all that is kept of `subject`.
pub(super) async fn note_whole(
    app: &App,
    connection: &mut PgConnection,
    actor: UserId,
    subject: UserId,
) -> anyhow::Result<()> {
    let purpose = if actor == subject { Purpose::Own } else { Purpose::Administration };
    let access = Access {
        // The role was proved when the archive was asked for, and is not kept.
        actor: Actor { kind: ActorKind::User, id: actor.to_string(), role: None },
        subject,
        fields: Field::ALL.map(Field::name).to_vec(),
        purpose: purpose.code(Operation::Read),
        cause: None,
        allowed: true,
        at: app.clock.now(),
    };
    note(app, connection, access).await
}
