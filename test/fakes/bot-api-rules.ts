import { z } from 'zod';

const styles = ['bold', 'italic', 'blockquote', 'code', 'pre', 'underline', 'spoiler'] as const;
const entity = z.strictObject({
  type: z.enum(styles),
  offset: z.number().int().nonnegative(),
  length: z.number().int().positive(),
});

const button = z.union([
  z.strictObject({
    text: z.string().regex(/\S/),
    callback_data: z
      .string()
      .refine((data) => data !== '' && Buffer.byteLength(data) <= 64, 'BUTTON_DATA_INVALID'),
  }),
  z.strictObject({ text: z.string().regex(/\S/), url: z.url() }),
]);

const markup = z.strictObject({
  inline_keyboard: z
    .array(z.array(button).min(1).max(8))
    .refine((rows) => rows.flat().length <= 100, 'too many buttons'),
});

const wellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** Whether an offset stands between characters, not inside a surrogate pair. */
const between = (text: string, at: number): boolean =>
  !(/[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at)));

const look = {
  text: z
    .string()
    .refine((text) => text.trim() !== '', 'message text is empty')
    .refine((text) => text.length <= 4096, 'message is too long')
    .refine(wellFormed, 'strings must be encoded in UTF-8'),
  entities: z.array(entity).optional(),
  link_preview_options: z.object({ is_disabled: z.boolean() }).optional(),
  reply_markup: markup.optional(),
};

const entitiesFit = ({
  text,
  entities = [],
}: {
  text: string;
  entities?: z.infer<typeof entity>[] | undefined;
}) =>
  entities.every(
    ({ offset, length }) =>
      offset + length <= text.length && between(text, offset) && between(text, offset + length),
  );

const chat = z.number().int();

const address = {
  chat_id: chat,
  message_thread_id: z.number().int().optional(),
  reply_parameters: z
    .strictObject({ message_id: z.number().int(), allow_sending_without_reply: z.boolean() })
    .optional(),
};

const caption = z.string().min(1).max(1024).refine(wellFormed).optional();
const file = z.strictObject({
  name: z.string().regex(/^[^\r\n;"/\\]+$/u),
  bytes: z.instanceof(Buffer).refine((bytes) => bytes.length > 0, 'file must be non-empty'),
});

/** What Telegram would accept of each method; strict where a wrong field would go unseen. */
export const rules = {
  getMe: z.object({}),
  deleteWebhook: z.object({}),
  setWebhook: z.strictObject({
    url: z.url({ protocol: /^https$/ }),
    secret_token: z.string().regex(/^[\w-]{1,256}$/),
    allowed_updates: z.array(z.string()),
  }),
  setMyCommands: z.strictObject({
    commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^[a-z0-9_]{1,32}$/),
          description: z.string().min(1).max(256),
        }),
      )
      .max(100),
    scope: z.object({ type: z.string(), chat_id: chat.optional() }),
  }),
  sendMessage: z
    .strictObject({
      ...look,
      ...address,
    })
    .refine(entitiesFit, 'ENTITY_BOUNDS_INVALID'),
  editMessageText: z
    .strictObject({ ...look, chat_id: chat, message_id: z.number().int() })
    .refine(entitiesFit, 'ENTITY_BOUNDS_INVALID'),
  sendPhoto: z.strictObject({ ...address, caption, photo: file }),
  sendDocument: z.strictObject({ ...address, caption, document: file }),
  sendChatAction: z.strictObject({
    chat_id: chat,
    action: z.literal('typing'),
    message_thread_id: z.number().int().optional(),
  }),
  answerCallbackQuery: z.strictObject({
    callback_query_id: z.string(),
    text: z.string().min(1).max(200).refine(wellFormed).optional(),
    show_alert: z.boolean().optional(),
    url: z.url().optional(),
  }),
  getUpdates: z.strictObject({
    offset: z.number().int(),
    limit: z.number().int().min(1).max(100),
    timeout: z.number().int().nonnegative(),
    allowed_updates: z.array(z.string()).optional(),
  }),
} as const;

export type Method = keyof typeof rules;
export type Payload<M extends Method> = z.infer<(typeof rules)[M]>;
