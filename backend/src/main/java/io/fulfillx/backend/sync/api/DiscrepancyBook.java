package io.fulfillx.backend.sync.api;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.ParcelId;

import java.util.UUID;

/** Where acts are kept that cannot be true by the books, for a lead. */
public interface DiscrepancyBook {
    void insert(Tx tx, UUID id, ParcelId parcel, CommandId command, String code, String detail);
}
