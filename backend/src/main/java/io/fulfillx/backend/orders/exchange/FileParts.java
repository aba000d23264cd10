package io.fulfillx.backend.orders.exchange;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.model.id.OrgId;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The parts of an uploaded file; one of them is in memory at a time. */
final class FileParts {
    private final ObjectStore documents;

    FileParts(ObjectStore documents) {
        this.documents = documents;
    }

    private static String key(OrgId org, UUID id, int part) {
        return String.format(Locale.ROOT, "%s/imports/%s/%06d", org, id, part);
    }

    void put(OrgId org, UUID id, int part, byte[] content) {
        documents.put(key(org, id, part), content);
    }

    /** The whole file as text, read part by part. */
    Reader open(OrgId org, UUID id, int parts) {
        List<InputStream> streams =
                new AbstractList<>() {
                    @Override
                    public InputStream get(int index) {
                        return part(org, id, index + 1);
                    }

                    @Override
                    public int size() {
                        return parts;
                    }
                };
        return new InputStreamReader(
                new SequenceInputStream(Collections.enumeration(streams)), StandardCharsets.UTF_8);
    }

    private InputStream part(OrgId org, UUID id, int part) {
        return documents
                .find(key(org, id, part))
                .<InputStream>map(ByteArrayInputStream::new)
                .orElseThrow(() -> Fault.invalid("", "A part of the file is gone."));
    }

    /** Nobody needs them any more. */
    void delete(OrgId org, UUID id, int parts) {
        for (int part = 1; part <= parts; part++) {
            documents.delete(key(org, id, part));
        }
    }
}
