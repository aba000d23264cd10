package io.fulfillx.desktop.session;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a PIN against an Argon2id hash in PHC string format (RFC 9106). */
final class PinHash {
    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=(\\d{1,3})\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
                            + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private PinHash() {}

    /** False also for a hash in any other format. */
    static boolean matches(String pin, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(6));
        Argon2Parameters parameters =
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Integer.parseInt(parts.group(1)))
                        .withMemoryAsKB(Integer.parseInt(parts.group(2)))
                        .withIterations(Integer.parseInt(parts.group(3)))
                        .withParallelism(Integer.parseInt(parts.group(4)))
                        .withSalt(Base64.getDecoder().decode(parts.group(5)))
                        .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] actual = new byte[expected.length];
        generator.generateBytes(pin.getBytes(StandardCharsets.UTF_8), actual);
        return MessageDigest.isEqual(actual, expected);
    }
}
