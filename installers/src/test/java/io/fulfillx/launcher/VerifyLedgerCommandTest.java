package io.fulfillx.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Objects;

class VerifyLedgerCommandTest {
    @Test
    void theCommandSaysHowItIsUsedAndItsProgramIsInTheInstallation() throws Exception {
        var command = FulfillX.commandLine().getSubcommands().get("verify-ledger");
        String usage = Objects.requireNonNull(command).getUsageMessage();
        assertTrue(usage.contains("--org SLUG"), usage);
        assertEquals("VerifyLedgerMain", Class.forName(Programs.VERIFY_LEDGER).getSimpleName());
    }
}
