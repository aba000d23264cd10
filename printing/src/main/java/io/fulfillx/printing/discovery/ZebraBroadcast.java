package io.fulfillx.printing.discovery;

import io.fulfillx.printing.language.LabelLanguage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Calls into the network; Zebra's print servers answer with a card of fixed columns. */
public final class ZebraBroadcast implements PrinterSource {
    /** All machines of the local network. */
    public static final InetSocketAddress EVERYBODY =
            new InetSocketAddress("255.255.255.255", 4201);

    private static final byte[] CALL = {0x2e, 0x2c, 0x3a, 0x01, 0x00, 0x00};
    private static final byte[] ANSWER = {0x3a, 0x2c, 0x2e, 0x03};
    private static final int NAME_AT = 12;
    private static final int DATE_AT = 32;
    private static final int HARDWARE_AT = 54;
    private static final int NUMBER_AT = 60;
    private static final int IN_USE_AT = 70;
    private static final int HOST_AT = 84;
    private static final int HOST_BYTES = 25;

    private final InetSocketAddress target;

    public ZebraBroadcast(InetSocketAddress target) {
        this.target = target;
    }

    @Override
    public String name() {
        return "Zebra printers in the network";
    }

    @Override
    public List<FoundPrinter> look(Duration limit) throws IOException {
        List<FoundPrinter> found = new ArrayList<>();
        Datagrams.ask(
                target,
                CALL,
                limit,
                (answer, sender) -> {
                    FoundPrinter printer = read(answer, sender);
                    if (printer != null) {
                        found.add(printer);
                    }
                });
        return found;
    }

    /** Null when it is not such a card. The sender is believed more than the card. */
    static @Nullable FoundPrinter read(byte[] answer, InetAddress sender) {
        if (answer.length < HOST_AT + HOST_BYTES || !startsWith(answer)) {
            return null;
        }
        String number = text(answer, NUMBER_AT, IN_USE_AT);
        String hardware = HexFormat.of().formatHex(answer, HARDWARE_AT, NUMBER_AT);
        String name = text(answer, NAME_AT, DATE_AT);
        return new FoundPrinter(
                number.isEmpty() ? hardware : number,
                Datagrams.rawAddress(sender, Datagrams.RAW_PORT),
                ("network printer " + text(answer, HOST_AT, HOST_AT + HOST_BYTES)).strip(),
                name.isEmpty() ? null : name,
                LabelLanguage.ZPL);
    }

    private static boolean startsWith(byte[] answer) {
        for (int i = 0; i < ANSWER.length; i++) {
            if (answer[i] != ANSWER[i]) {
                return false;
            }
        }
        return true;
    }

    /** Up to the first zero; empty when it holds what no name would. */
    private static String text(byte[] answer, int from, int to) {
        String text = new String(answer, from, to - from, StandardCharsets.ISO_8859_1);
        int zero = text.indexOf('\0');
        String name = (zero < 0 ? text : text.substring(0, zero)).strip();
        return name.chars().allMatch(c -> c >= ' ' && c <= '~') ? name : "";
    }
}
