import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.kafka.common.security.auth.AuthenticationContext;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SaslAuthenticationContext;
import org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder;

/**
 * Ties a SCRAM user to its client certificate.
 *
 * <p>Kafka checks the certificate and the SCRAM log-in apart, so a leaked password works with any certificate of the
 * same authority. Here a connection whose certificate names somebody else gets a principal of type {@code Mismatch},
 * which no ACL can name.
 */
public class CertificateBoundPrincipalBuilder extends DefaultKafkaPrincipalBuilder {
    public CertificateBoundPrincipalBuilder() {
        super(null, null);
    }

    @Override
    public KafkaPrincipal build(AuthenticationContext context) {
        KafkaPrincipal user = super.build(context);
        if (context instanceof SaslAuthenticationContext sasl
                && !sasl.sslSession().map(session -> isCertificateOf(user.getName(), session)).orElse(false)) {
            return new KafkaPrincipal("Mismatch", user.getName());
        }
        return user;
    }

    private static boolean isCertificateOf(String name, SSLSession session) {
        try {
            X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN") && part.getValue().equals(name)) {
                    return true;
                }
            }
            return false;
        } catch (SSLPeerUnverifiedException | InvalidNameException unreadable) {
            return false;
        }
    }
}
