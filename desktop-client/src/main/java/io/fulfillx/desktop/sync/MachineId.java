package io.fulfillx.desktop.sync;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells this computer from others, as far as it can: the system's own id, else its name. */
final class MachineId {
    private static final Path OF_SYSTEM = Path.of("/etc/machine-id");

    private MachineId() {}

    /** A digest: the id itself is for nobody else. */
    static String ofThisMachine() {
        try {
            String id =
                    Files.isReadable(OF_SYSTEM) ? Files.readString(OF_SYSTEM).strip() : hostName();
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("fulfillx/" + id).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (IOException e) {
            return "unknown";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
