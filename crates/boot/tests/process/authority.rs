//! An authority and what it signs.

use rcgen::{
    BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose, date_time_ymd,
};

/// An authority. Each has a key of its own.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pub pem: String,
}

/// A certificate and its key.
#[derive(Clone)]
pub struct Pair {
    pub certificate: String,
    pub key: String,
}

impl Authority {
    pub fn new(name: &str) -> Self {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        let key = KeyPair::generate().expect("a key");
        let pem = params.self_signed(&key).expect("an authority").pem();
        Self { issuer: Issuer::new(params, key), pem }
    }

    /// A certificate of a service, in force now.
    pub fn certify(&self, service: &str) -> Pair {
        self.sign(named(&[&format!("{service}.tall.internal")]))
    }

    /// A certificate with any names.
    pub fn certify_names(&self, names: &[&str]) -> Pair {
        self.sign(named(names))
    }

    /// A certificate whose time is over.
    pub fn certify_expired(&self, service: &str) -> Pair {
        let mut params = named(&[&format!("{service}.tall.internal")]);
        (params.not_before, params.not_after) = (date_time_ymd(2019, 1, 1), date_time_ymd(2020, 1, 1));
        self.sign(params)
    }

    /// A certificate whose time has not come.
    pub fn certify_future(&self, service: &str) -> Pair {
        let mut params = named(&[&format!("{service}.tall.internal")]);
        (params.not_before, params.not_after) = (date_time_ymd(2800, 1, 1), date_time_ymd(2900, 1, 1));
        self.sign(params)
    }

    fn sign(&self, params: CertificateParams) -> Pair {
        let key = KeyPair::generate().expect("a key");
        let certificate = params.signed_by(&key, &self.issuer).expect("a certificate").pem();
        Pair { certificate, key: key.serialize_pem() }
    }
}

fn named(names: &[&str]) -> CertificateParams {
    let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
    CertificateParams::new(names).expect("names")
}
