//! S3, or a server that speaks its API.

use crate::{
    BlobError, BlobKey, BlobStore, Condition, Content, ETag, Listed, Listing, NewObject, Object,
    PRESIGNED_FOR, Presigned,
};
use aws_sdk_s3::{
    Client,
    config::Builder,
    error::{ProvideErrorMetadata, SdkError},
    presigning::{PresignedRequest, PresigningConfig},
    primitives::ByteStream,
};
use boot::{
    PublicUrl, ReadableFile, SecretFile, Section,
    aws::{AwsAccess, AwsIdentity, sdk_config},
    config::Invalid,
};
use bytes::Bytes;
use futures::{Stream, stream};
use serde::Deserialize;
use std::{io, sync::atomic::Ordering};

/// Section `s3`.
#[derive(Clone, Debug, Deserialize)]
pub struct S3Config {
    /// A server other than AWS's.
    pub endpoint: Option<PublicUrl>,
    /// The authorities that may say who the server is; those of the machine when there is no such file.
    pub ca_file: Option<ReadableFile>,
    /// `eu-central-1`.
    pub region: String,
    /// The service's bucket.
    pub bucket: String,
    /// The identity; without one, the role of the machine.
    pub access_key_id: Option<String>,
    /// The file of its secret key.
    pub secret_key_file: Option<SecretFile>,
}

impl S3Config {
    fn identity(&self) -> Result<Option<AwsIdentity>, Invalid> {
        AwsIdentity::from_parts(self.access_key_id.as_deref(), self.secret_key_file.as_ref())
    }
}

impl Section for S3Config {
    const NAME: &'static str = "s3";

    fn validate(&self) -> Result<(), Invalid> {
        self.identity().map(drop)
    }
}

/// One bucket.
#[derive(Clone, Debug)]
pub struct S3Store {
    client: Client,
    bucket: String,
}

impl S3Store {
    /// A client; the first connection is made by the first call.
    ///
    /// # Errors
    /// Half an identity is configured, or a file of authorities that holds none.
    pub async fn connect(config: &S3Config) -> anyhow::Result<Self> {
        let identity = config.identity()?;
        let access = AwsAccess {
            endpoint: config.endpoint.clone(),
            ca: config.ca_file.clone(),
            region: config.region.clone(),
            identity,
        };
        // A bucket in the path needs no name in the DNS and no certificate of its own.
        let config_of_client = Builder::from(&sdk_config(&access).await?).force_path_style(true).build();
        Ok(Self { client: Client::from_conf(config_of_client), bucket: config.bucket.clone() })
    }
}

#[async_trait::async_trait]
impl BlobStore for S3Store {
    async fn put(&self, key: &BlobKey, object: NewObject, condition: Condition) -> Result<ETag, BlobError> {
        let request = self.client.put_object().bucket(&self.bucket).key(key.as_str());
        let request =
            request.content_type(object.content_type).content_length(signed(object.content.length()));
        let request = match &condition {
            Condition::Always => request,
            Condition::IfAbsent => request.if_none_match("*"),
            Condition::IfUnchanged(etag) => request.if_match(&etag.0),
        };
        let (body, wrong) = match object.content.into_body() {
            Ok(bytes) => (ByteStream::from(bytes), None),
            Err((body, wrong)) => (ByteStream::from_body_1_x(body), Some(wrong)),
        };
        match request.body(body).send().await {
            Ok(stored) => Ok(ETag(stored.e_tag.unwrap_or_default())),
            Err(_) if wrong.is_some_and(|wrong| wrong.load(Ordering::Relaxed)) => {
                Err(BlobError::WrongLength(key.clone()))
            }
            // What was to be unchanged is gone.
            Err(error) => match explain(key, error) {
                BlobError::Absent(key) => Err(BlobError::Conflict(key)),
                other => Err(other),
            },
        }
    }

    async fn get(&self, key: &BlobKey, largest: u64) -> Result<Object, BlobError> {
        let request = self.client.get_object().bucket(&self.bucket).key(key.as_str());
        let object = request.send().await.map_err(|error| explain(key, error))?;
        let length = object.content_length.and_then(|length| u64::try_from(length).ok()).unwrap_or_default();
        if length > largest {
            return Err(BlobError::TooLarge { key: key.clone(), largest });
        }
        Ok(Object {
            content_type: object.content_type.unwrap_or_else(|| "application/octet-stream".to_owned()),
            length,
            etag: ETag(object.e_tag.unwrap_or_default()),
            content: Content::of_stream(length, chunks(object.body)),
        })
    }

    async fn presign_get(&self, key: &BlobKey) -> Result<Presigned, BlobError> {
        let request = self.client.get_object().bucket(&self.bucket).key(key.as_str());
        request.presigned(for_ten_minutes()?).await.map(presigned).map_err(|error| explain(key, error))
    }

    async fn presign_put(
        &self,
        key: &BlobKey,
        content_type: &str,
        length: u64,
    ) -> Result<Presigned, BlobError> {
        let request = self.client.put_object().bucket(&self.bucket).key(key.as_str());
        let request = request.content_type(content_type).content_length(signed(length));
        request.presigned(for_ten_minutes()?).await.map(presigned).map_err(|error| explain(key, error))
    }

    async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        let request = self.client.delete_object().bucket(&self.bucket).key(key.as_str());
        match request.send().await.map_err(|error| explain(key, error)) {
            Ok(_) | Err(BlobError::Absent(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn list(&self, prefix: &str, after: Option<&str>) -> Result<Listing, BlobError> {
        let request = self.client.list_objects_v2().bucket(&self.bucket).prefix(prefix);
        let slice = request.set_start_after(after.map(str::to_owned)).send().await.map_err(explain_list)?;
        let found = slice.contents.unwrap_or_default();
        let last = found.last().and_then(|object| object.key.clone());
        let objects = found.into_iter().filter_map(|object| {
            let length = u64::try_from(object.size.unwrap_or_default()).unwrap_or_default();
            let key = BlobKey::parse(object.key?).ok()?;
            Some(Listed { key, length })
        });
        let more = slice.is_truncated.unwrap_or_default();
        Ok(Listing { objects: objects.collect(), next: last.filter(|_| more) })
    }
}

fn chunks(body: ByteStream) -> impl Stream<Item = io::Result<Bytes>> + Send {
    stream::unfold(body, |mut body| async move {
        let chunk = body.next().await?;
        Some((chunk.map_err(io::Error::other), body))
    })
}

/// S3 counts in signed numbers; no object comes near their end.
fn signed(length: u64) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

fn for_ten_minutes() -> Result<PresigningConfig, BlobError> {
    PresigningConfig::expires_in(PRESIGNED_FOR).map_err(|error| BlobError::Unavailable(Box::new(error)))
}

fn presigned(request: PresignedRequest) -> Presigned {
    let headers = request.headers().map(|(name, value)| (name.to_owned(), value.to_owned()));
    Presigned {
        method: request.method().to_owned(),
        headers: headers.collect(),
        url: request.uri().to_owned(),
    }
}

fn explain<E>(key: &BlobKey, error: SdkError<E>) -> BlobError
where
    E: std::error::Error + ProvideErrorMetadata + Send + Sync + 'static,
{
    match error.code() {
        Some("NoSuchKey" | "NotFound") => BlobError::Absent(key.clone()),
        Some("PreconditionFailed" | "ConditionalRequestConflict") => BlobError::Conflict(key.clone()),
        _ => explain_list(error),
    }
}

/// What can go wrong without an object in question.
fn explain_list<E>(error: SdkError<E>) -> BlobError
where
    E: std::error::Error + ProvideErrorMetadata + Send + Sync + 'static,
{
    match error.code() {
        Some("AccessDenied" | "InvalidAccessKeyId" | "SignatureDoesNotMatch") => BlobError::Denied,
        _ => BlobError::Unavailable(Box::new(error)),
    }
}
