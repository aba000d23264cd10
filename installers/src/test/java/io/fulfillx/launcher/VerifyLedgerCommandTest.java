package io.fulfillx.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VerifyLedgerCommandTest {
    @Test
    void theCommandSaysHowItIsUsedAndItsProgramIsInTheInstallation() throws Exception {
        String usage =
                FulfillX.commandLine().getSubcommands().get("verify-ledger").getUsageMessage();
        assertTrue(usage.contains("--org SLUG"), usage);
        assertEquals("VerifyLedger", Class.forName(Programs.VERIFY_LEDGER).getSimpleName());
    }
}
