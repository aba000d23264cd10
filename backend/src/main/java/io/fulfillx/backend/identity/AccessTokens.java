package io.fulfillx.backend.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.crypto.SecretFiles;
import io.fulfillx.backend.platform.http.Authenticator;
import io.fulfillx.backend.platform.http.Principal;
import io.fulfillx.model.id.OrgId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Signs and proves access tokens (JWT, RFC 9068 profile): ES256 and nothing else, one hour at most.
 * The header must name our key and type; whatever is missing or different is refused.
 */
final class AccessTokens implements Authenticator {
    static final Duration LIFE = Duration.ofHours(1);

    private static final String ISSUER = "fulfillx";
    private static final List<String> AUDIENCE = List.of("fulfillx-api");
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final int MAX_PROVED = 10_000;
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final ECKey key;
    private final ECDSASigner signer;
    private final ECDSAVerifier verifier;

    /** Checking a signature costs more than the rest of a small request, so it is done once. */
    private final ConcurrentMap<String, Proved> proved = new ConcurrentHashMap<>();

    private final Clock clock;
    private final Supplier<UUID> ids;

    AccessTokens(ECKey key, Clock clock, Supplier<UUID> ids) {
        this.key = key;
        this.clock = clock;
        this.ids = ids;
        try {
            this.signer = new ECDSASigner(key);
            this.verifier = new ECDSAVerifier(key.toPublicJWK());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("not a P-256 key pair", e);
        }
    }

    /** Whom a token proves, and until when. */
    private record Proved(Principal principal, Instant until) {}

    /** Reads the signing key, or makes one when the file is missing. */
    static ECKey loadKey(Path file) {
        try {
            if (!Files.exists(file)) {
                ECKey made = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
                SecretFiles.write(file, made.toJSONString());
            }
            return ECKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("the signing key " + file + " is unusable", e);
        }
    }

    String issue(Principal principal) {
        return issue(principal, LIFE);
    }

    String issue(Principal principal, Duration life) {
        Instant now = clock.instant();
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).type(TYPE).build();
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject(principal.subject().toString())
                        .claim("org", principal.org().toString())
                        .claim("role", principal.role())
                        .jwtID(ids.get().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(life)))
                        .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    @Override
    public Principal authenticate(String bearerToken) {
        Proved known = proved.get(bearerToken);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.principal();
        }
        Proved fresh = prove(bearerToken);
        if (proved.size() >= MAX_PROVED) {
            proved.clear();
        }
        proved.put(bearerToken, fresh);
        return fresh.principal();
    }

    private Proved prove(String bearerToken) {
        try {
            SignedJWT token = SignedJWT.parse(bearerToken);
            JWSHeader header = token.getHeader();
            boolean ours =
                    JWSAlgorithm.ES256.equals(header.getAlgorithm())
                            && TYPE.equals(header.getType())
                            && key.getKeyID().equals(header.getKeyID());
            if (!ours || !token.verify(verifier)) {
                throw refused();
            }
            return proved(token.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw refused();
        }
    }

    private Proved proved(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        Date issued = claims.getIssueTime();
        boolean valid =
                ISSUER.equals(claims.getIssuer())
                        && AUDIENCE.equals(claims.getAudience())
                        && expires != null
                        && issued != null
                        && claims.getJWTID() != null
                        && now.isBefore(expires.toInstant().plus(SKEW))
                        && !now.isBefore(issued.toInstant().minus(SKEW));
        String org = claims.getStringClaim("org");
        String role = claims.getStringClaim("role");
        String subject = claims.getSubject();
        if (!valid || expires == null || org == null || role == null || subject == null) {
            throw refused();
        }
        return new Proved(
                new Principal(OrgId.of(org), UUID.fromString(subject), role),
                expires.toInstant().plus(SKEW));
    }

    private static Fault refused() {
        return new Fault(
                Fault.Code.UNAUTHENTICATED, "The access token is not valid. Sign in again.");
    }
}
