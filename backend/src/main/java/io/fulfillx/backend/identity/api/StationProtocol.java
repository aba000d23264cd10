package io.fulfillx.backend.identity.api;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.model.sync.Protocol;

/** Which stations this server understands: the current protocol and the two before it. */
public final class StationProtocol {
    private static final int UNNAMED = 1;

    private StationProtocol() {}

    /**
     * The version that the station speaks. A newer station is welcome: it sees by the answers what
     * this server lacks. Stations of the first two versions name none.
     *
     * @throws Fault STATION_OUTDATED when this server no longer understands the station
     */
    public static int require(Call call) {
        String named = call.header(Protocol.HEADER).orElse(Integer.toString(UNNAMED));
        if (!named.matches("[0-9]{1,6}")) {
            throw new Fault(
                    Fault.Code.INVALID, "The header " + Protocol.HEADER + " is a whole number.");
        } else if (Integer.parseInt(named) < Protocol.OLDEST) {
            throw new Fault(
                    Fault.Code.STATION_OUTDATED,
                    "This station speaks protocol "
                            + named
                            + "; this server needs "
                            + Protocol.OLDEST
                            + " or newer. Update the station's program. What it recorded stays on"
                            + " it and is sent after that.");
        }
        return Integer.parseInt(named);
    }
}
