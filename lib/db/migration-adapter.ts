import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const CHAR_OID = 18;
const TEXT_OID = 25;

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** What is mended below, by the names that adapter-pg 7.10 has inside. */
interface Inside {
  client: pg.Pool;
  onError(error: unknown): never;
  executeScript(sql: string): Promise<void>;
  performIO(query: Query): Promise<{ fields?: { dataTypeID: number }[] }>;
  queryRaw(query: Query): Promise<{ columnTypes: number[] }>;
}
interface Query {
  sql: string;
  charColumns?: number[];
}

/** adapter-pg for the schema engine, with what 7.10 lacks: whole scripts, the type "char", and a shadow database. */
export class MigrationPg extends PrismaPg {
  readonly #url: string;
  readonly #open: Adapter[] = [];

  constructor(url: string) {
    super({ connectionString: url, max: 2, options: "-c TimeZone=UTC" });
    this.#url = url;
  }

  override async connect(): Promise<Adapter> {
    const adapter = mend(await super.connect());
    this.#open.push(adapter);
    return adapter;
  }

  override async connectToShadowDb(): Promise<Adapter> {
    const name = `shadow_${randomUUID().replaceAll("-", "")}`;
    const owner = new pg.Client(this.#url);
    await owner.connect();
    await owner.query(`create database ${name}`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    const adapter = mend(await new PrismaPg({ connectionString: url.href, max: 1 }).connect());
    const disconnect = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      adapter.dispose = async () => {};
      await disconnect();
      await owner.query(`drop database if exists ${name}`);
      await owner.end();
    };
    this.#open.push(adapter);
    return adapter;
  }

  /** Ends every connection that was opened. */
  async close(): Promise<void> {
    for (const adapter of this.#open.splice(0)) await adapter.dispose();
  }
}

function mend(adapter: Adapter): Adapter {
  const inside = adapter as unknown as Inside;
  const performIO = inside.performIO.bind(adapter);
  const queryRaw = inside.queryRaw.bind(adapter);
  // It cuts a script at every ";", which breaks functions: sent whole, it is one implicit transaction.
  inside.executeScript = async (sql) => {
    try {
      await inside.client.query(sql);
    } catch (error) {
      inside.onError(error);
    }
  };
  // It does not know the catalogue's "char", which reading a schema needs.
  inside.performIO = async (query) => {
    const result = await performIO(query);
    result.fields?.forEach((field, column) => {
      if (field.dataTypeID !== CHAR_OID) return;
      field.dataTypeID = TEXT_OID;
      (query.charColumns ??= []).push(column);
    });
    return result;
  };
  inside.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const column of query.charColumns ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}
