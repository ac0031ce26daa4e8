"use client";
import { useState, type MouseEvent } from "react";
import { useTranslations } from "next-intl";
import type { Picture } from "@/lib/media/schema";
import { pathFor } from "@/lib/media/shown";
import styles from "./media.module.css";

const CROPS = ["wide", "square", "tall"] as const;

/**
 * Chooses the place that every crop of a picture keeps: by a click on it, or by two sliders; shows how crops look.
 * Its fields are `focalX` and `focalY` of the form around it, in percent.
 */
export function FocalPlace({ picture }: { picture: Picture }) {
  const t = useTranslations("media");
  const [place, setPlace] = useState({ x: picture.focalX, y: picture.focalY });
  const src = pathFor(picture, 640);
  const position = `${place.x}% ${place.y}%`;
  function point({ currentTarget, clientX, clientY }: MouseEvent) {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    setPlace({ x: percent((clientX - left) / width), y: percent((clientY - top) / height) });
  }
  return (
    <div className={styles.focal}>
      <div className={styles.whole} onClick={point}>
        <img src={src} alt={picture.alt} width={picture.width} height={picture.height} />
        <span className={styles.spot} style={{ left: `${place.x}%`, top: `${place.y}%` }} aria-hidden="true" />
      </div>
      <div className={styles.sliders}>
        {(["x", "y"] as const).map((axis) => (
          <label key={axis} className={styles.slider}>
            <span>{t(axis === "x" ? "focalX" : "focalY")}</span>
            <input
              type="range"
              name={axis === "x" ? "focalX" : "focalY"}
              min={0}
              max={100}
              value={place[axis]}
              onChange={(event) => setPlace({ ...place, [axis]: Number(event.target.value) })}
            />
          </label>
        ))}
      </div>
      <ul role="list" aria-label={t("crops")} className={styles.crops}>
        {CROPS.map((crop) => (
          <li key={crop} className={styles.crop}>
            <img src={src} alt="" data-crop={crop} style={{ objectPosition: position }} />
            <span>{t(`crop.${crop}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function percent(part: number): number {
  return Math.round(Math.min(Math.max(part, 0), 1) * 100);
}
