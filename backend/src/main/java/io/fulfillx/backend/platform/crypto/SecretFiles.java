package io.fulfillx.backend.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Secrets that the embedded defaults make for themselves, in files only their owner can read. */
public final class SecretFiles {
    private SecretFiles() {}

    /** Reads the secret, or makes a random one of 192 bits when the file is missing. */
    public static String loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file, Tokens.random(24));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the secret so that it is never readable by others, not even for a moment. */
    public static void write(Path file, String secret) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        if (views.contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, secret);
    }
}
