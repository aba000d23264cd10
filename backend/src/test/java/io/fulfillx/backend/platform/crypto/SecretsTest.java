package io.fulfillx.backend.platform.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class SecretsTest {
    @TempDir Path folder;

    @Test
    void aPasswordMatchesItsHashAndNothingElse() {
        String hash = Passwords.hash("1234");
        assertTrue(Passwords.matches("1234", hash));
        assertFalse(Passwords.matches("1235", hash));
        assertNotEquals(hash, Passwords.hash("1234"));
    }

    @Test
    void aSealedSecretOpensOnlyInItsPlace() {
        Sealer sealer = new Sealer(Tokens.random(32));
        byte[] sealed = sealer.seal("shpat_secret", "channel/1");
        assertEquals("shpat_secret", sealer.open(sealed, "channel/1"));
        assertThrows(IllegalStateException.class, () -> sealer.open(sealed, "channel/2"));
        sealed[15] ^= 1;
        assertThrows(IllegalStateException.class, () -> sealer.open(sealed, "channel/1"));
    }

    @Test
    void aSecretFileIsMadeOnceAndReadableByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("a/b.password");
        String secret = SecretFiles.loadOrCreate(file);
        assertEquals(secret, SecretFiles.loadOrCreate(file));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
