package io.fulfillx.backend.channels;

/**
 * One kind of marketplace and what it can do.
 *
 * @param kind its name in configuration and routes
 */
public record Channel(
        String kind,
        String displayName,
        TranslatesOrders orders,
        VerifiesWebhooks webhooks,
        ConfirmsShipments shipments,
        PublishesStock stock) {}
