\set first random_zipfian(1, $ITEMS, $EXPONENT)
\set second random_zipfian(1, $ITEMS, $EXPONENT)
\if :first = :second
\set second 1 + :first % $ITEMS
\endif
begin;
select set_config('app.org_id', '$ORG', true), uuidv7() as orderid, uuidv7() as line1,
  uuidv7() as line2, uuidv7() as part, nextval('bench_number') as number \gset
insert into idempotency_key (org_id, route, key, body_sha256)
  values ('$ORG', 'POST /api/v1/orders', 'P-' || :number,
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
select a.item_id as item1, a.sku as sku1, b.item_id as item2, b.sku as sku2
  from item a, item b
  where a.org_id = '$ORG' and a.sku = 'SKU-' || lpad(cast(:first as text), 6, '0')
    and b.org_id = '$ORG' and b.sku = 'SKU-' || lpad(cast(:second as text), 6, '0') \gset
select item_id from stock_stream where org_id = '$ORG' and item_id in (:item1, :item2)
  order by item_id for update;
select a.location_id as place1, b.location_id as place2 from stock_level a, stock_level b
  where a.org_id = '$ORG' and a.item_id = :item1 and a.on_hand - a.reserved >= 1
    and b.org_id = '$ORG' and b.item_id = :item2 and b.on_hand - b.reserved >= 1 \gset
update stock_level set reserved = reserved + 1 where org_id = '$ORG' and item_id = :item1
  and location_id = :place1 and lot = '' and on_hand - reserved >= 1;
update stock_level set reserved = reserved + 1 where org_id = '$ORG' and item_id = :item2
  and location_id = :place2 and lot = '' and on_hand - reserved >= 1;
update stock_stream set last_seq = last_seq + 1 where org_id = '$ORG' and item_id = :item1
  returning last_seq as seq1 \gset
update stock_stream set last_seq = last_seq + 1 where org_id = '$ORG' and item_id = :item2
  returning last_seq as seq2 \gset
insert into stock_ledger (org_id, entry_id, event_id, leg, seq, item_id, location_id, lot, kind,
    on_hand_delta, reserved_delta, subject_id, movement_key, actor)
  values ('$ORG', uuidv7(), :orderid, 0, :seq1, :item1, :place1, '', 'RESERVE', 0, 1,
      :orderid, 'reserve/' || :orderid || '/0', 'system'),
    ('$ORG', uuidv7(), :orderid, 1, :seq2, :item2, :place2, '', 'RESERVE', 0, 1,
      :orderid, 'reserve/' || :orderid || '/0', 'system');
insert into reservation (org_id, order_id, line_id, item_id, location_id, lot, quantity)
  values ('$ORG', :orderid, :line1, :item1, :place1, '', 1),
    ('$ORG', :orderid, :line2, :item2, :place2, '', 1);
insert into sales_order (org_id, order_id, channel_id, channel_order_id, name, number, status,
    placed_at, currency, total_minor, email, payment, ship_to, requested_service, tags)
  values ('$ORG', :orderid, '$CHANNEL', 'P-' || :number, 'P-' || :number, :number,
    'ALLOCATED', '2026-03-02', 'USD', 2500, 'ada@example.com', 'PAID',
    '{"name":"Ada Brook","line1":"12 Mill Lane","city":"Portland","stateCode":"OR","postalCode":"97205","countryCode":"US"}',
    'Standard', '["bench"]');
insert into order_line (org_id, line_id, order_id, position, channel_line_id, sku, title, item_id,
    quantity_ordered, quantity_to_ship, unit_weight_grams, price_minor, requires_shipping)
  values ('$ORG', :line1, :orderid, 0, '1', :sku1, :sku1, :item1, 1, 1, 0, 1250, true),
    ('$ORG', :line2, :orderid, 1, '2', :sku2, :sku2, :item2, 1, 1, 0, 1250, true);
insert into fulfillment_order (org_id, fulfillment_order_id, order_id, number)
  values ('$ORG', :part, :orderid, 1);
insert into fulfillment_order_line (org_id, fulfillment_order_id, line_id, order_id, quantity,
    allocated)
  values ('$ORG', :part, :line1, :orderid, 1, 1), ('$ORG', :part, :line2, :orderid, 1, 1);
insert into order_history (org_id, history_id, order_id, actor, what, detail, correlation_id)
  values ('$ORG', uuidv7(), :orderid, 'bench', 'RECEIVED', 'Order P came in.', 'bench'),
    ('$ORG', uuidv7(), :orderid, 'bench', 'ALLOCATED', 'All its stock is reserved.', 'bench');
insert into event (org_id, kind, subject_id) values ('$ORG', 'order', :orderid);
insert into outbox (org_id, outbox_id, topic, subject_id, correlation_id, status, next_at)
  values ('$ORG', uuidv7(), 'order.allocated', :orderid, 'bench', 'PENDING', now());
update idempotency_key set status = 201, media_type = 'application/json',
    response = decode(repeat('7b7d', 200), 'hex')
  where org_id = '$ORG' and route = 'POST /api/v1/orders' and key = 'P-' || :number;
commit;
